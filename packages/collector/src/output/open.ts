import { closeSync } from 'node:fs';
import type { Sink } from '../collector';
import type { OutputChoice } from './choice';
import { openPipe } from './fifo';
import { openFramesTarget } from './frames_target';
import { jsonForm } from './json_lines';
import { readerOf } from './reader_process';
import { openStdout } from './stdout';
import { tableForm } from './table';
import { showEvents } from './view';

/** An output that is open. */
export interface Output {
  readonly sink: Sink;
  /** As the user reads it. */
  readonly what: string;
  /** Resolves when whoever read it has gone for good; rejects when it cannot be written. */
  readonly gone: Promise<void>;
  /** After the last frame: everything is shown, and closed. */
  finish(): Promise<void>;
}

const never = new Promise<void>(() => {});
const stdout = 1;

/** Frames go from the addon to their target; a table and JSON are made here, of the frames in a pipe of our own. */
export function openOutput(choice: OutputChoice): Output {
  if (choice.form === 'frames') {
    const { target, what, close } = openFramesTarget(choice);
    return { sink: { target, findReader: () => readerOf(target) }, what, gone: never, finish: async () => close() };
  }
  const pipe = openPipe();
  const view = showEvents(pipe.read, choice.form === 'json' ? jsonForm : tableForm, openStdout());
  return {
    sink: { target: pipe.write, findReader: () => readerOf(stdout) },
    what: `${choice.form} to standard output`,
    gone: view.gone,
    finish: () => {
      closeSync(pipe.write);
      return view.done;
    },
  };
}
