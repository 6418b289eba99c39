import { defineDerivedEvent } from '../define';

export default defineDerivedEvent({
  id: 2900,
  name: 'probe_detached',
  sets: 'collector',
  doc: 'A program of the collector was no longer attached, and nobody of the collector took it away; of no task. last_attached: when it was last seen attached, so that what its events would have shown since then is missing. attached_again: the program is back.',
  derived: "the collector's own links, looked at each second",
  args: 'program:string events:strings found:string last_attached:time attached_again:bool',
});
