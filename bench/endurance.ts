/** Do both processes stay small over fifty million events? */

import { residentOf } from './measure/process';
import { type Row, report, thorough } from './measure/report';
import { Load } from './processes/load';
import { traced } from './processes/pipeline';

const wanted = thorough ? 50_000_000 : 2_000_000;
/** Each run of the load; as many as it takes. */
const seconds = thorough ? 20 : 3;
const bound = 150;

async function main(): Promise<void> {
  const rows: Row[] = [];
  let made = 0;
  let lost = 0;
  let peak = { collector: 0, engine: 0 };
  const collect = (tree: number) => ['-t', `tree=${tree}`, '-t', 'event=openat,close,getppid,prctl'];
  // the loads are children of this process, whose tree is traced; it makes few such calls itself
  const spent = await traced(process.pid, { collect, rules: 'bench' }, async ({ collector, engine }) => {
    const began = performance.now();
    const sample = () => {
      const [left, right] = [residentOf(collector), residentOf(engine)];
      peak = { collector: Math.max(peak.collector, left.peak), engine: Math.max(peak.engine, right.peak) };
      rows.push({
        case: `${rows.length}`,
        s: Number(((performance.now() - began) / 1000).toFixed(1)),
        'collector MB': left.now,
        'rules MB': right.now,
      });
    };
    const timer = setInterval(sample, 1000);
    while (made < wanted) made += (await new Load(seconds, 0).run()).total;
    clearInterval(timer);
    sample();
  });
  lost = spent.lost;
  const half = rows.slice(rows.length >> 1);
  const grown = (side: string) => Number(half.at(-1)?.[side]) - Number(half[0]?.[side]);
  report(__filename, 'Do both processes stay small over fifty million events?', [
    {
      title: 'resident memory',
      rows,
      plot: { kind: 'lines', x: 's', figures: ['collector MB', 'rules MB'], y: 'MB' },
    },
    {
      title: 'the whole run',
      rows: [
        {
          case: `${made.toLocaleString('en')} calls`,
          delivered: spent.delivered,
          lost,
          'collector ns': Math.round(spent.cpu.collector / made),
          'rules ns': Math.round(spent.cpu.engine / made),
          'collector, most MB': peak.collector,
          'rules, most MB': peak.engine,
          'collector, grown in the second half, MB': grown('collector MB'),
          'rules, grown in the second half, MB': grown('rules MB'),
        },
      ],
    },
  ]);
  if (Math.max(peak.collector, peak.engine) > bound)
    throw new Error(`bench endurance: ${JSON.stringify(peak)} MB (at most ${bound})`);
}

void main();
