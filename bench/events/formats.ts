import { Packr, Unpackr } from 'msgpackr';
import type { Plain } from './plain';
import { protobuf } from './protobuf';

/** One alternative: an event to bytes and back, and an argument of what came back. */
export interface Format {
  /** The object that a program which writes this format has in hand; not a part of what is measured. */
  prepare?(event: Plain): Plain;
  encode(event: Plain): Uint8Array;
  decode(bytes: Uint8Array): Plain;
  arg(event: Plain, name: string): unknown;
}

const arg = (event: Plain, name: string) => event.args.find((one) => one.name === name)?.value;

function maps(): Format {
  const [packr, unpackr] = [new Packr({ useRecords: false }), new Unpackr({ useRecords: false })];
  return { encode: (event) => packr.pack(event), decode: (bytes) => unpackr.unpack(bytes), arg };
}

function records(): Format {
  const packr = new Packr({ structures: [] });
  return { encode: (event) => packr.pack(event), decode: (bytes) => packr.unpack(bytes), arg };
}

function json(): Format {
  return {
    encode: (event) => Buffer.from(JSON.stringify(event)),
    decode: (bytes) => JSON.parse(bytes.toString()),
    arg,
  };
}

/** What a project of this kind would take instead, made anew for each process. */
export const formats: Readonly<Record<string, () => Format>> = {
  'msgpackr maps': maps,
  'msgpackr records': records,
  protobufjs: protobuf,
  'JSON lines': json,
};
