import { checkRoots, runningProcesses, treeOf } from '../../src/filter/process_tree';
import { runningEntries } from '../../src/filter/running';
import { scopeOf } from './scopes';

const process_ = (pid: number, parent: number, comm = 'sh', uid = 0) => ({
  pid,
  parent,
  comm,
  uid,
  mntns: 1,
  pidns: 2,
  uts: 'host',
  containerId: '',
});
/**
 *   1 ── 10 ── 11 ── 12
 *    `── 20 ── 21
 */
const running = [
  process_(12, 11, 'leaf'),
  process_(1, 0, 'init'),
  process_(10, 1),
  process_(11, 10, 'sh', 1000),
  process_(20, 1, 'cron'),
  process_(21, 20),
];
const entries = (...trace: string[]) => {
  const found = runningEntries([scopeOf(...trace)], running, 0);
  return Object.fromEntries([...found].map(([name, { value }]) => [name, value[0] === 1]));
};

describe('processes that run already', () => {
  it('belong to a tree with their ancestors', () => {
    expect([...treeOf([10], running)]).toEqual([10, 11, 12]);
    expect([...treeOf([99], running)]).toEqual([99]);
  });

  it('are entered with their root', () =>
    expect(entries('tree=10')).toEqual({ 'tree 10': true, 'tree 11': true, 'tree 12': true }));
  it('match in any of the trees', () => {
    expect(entries('tree=11,20')).toEqual({ 'tree 11': true, 'tree 12': true, 'tree 20': true, 'tree 21': true });
  });
  it('are refused in an excluded tree, also inside a wanted one', () => {
    expect(entries('tree!=20')).toEqual({ 'tree 20': false, 'tree 21': false });
    expect(entries('tree=10', 'tree!=11')).toEqual({ 'tree 10': true, 'tree 11': false, 'tree 12': false });
    expect(entries('tree=11', 'tree!=10')).toEqual({ 'tree 10': false, 'tree 11': false, 'tree 12': false });
  });
  it('are left alone without a tree', () => expect(entries('comm=sh')).toEqual({}));

  it('are followed when an ancestor matches', () => {
    expect(entries('follow', 'uid=1000')).toEqual({ 'followed 12': true });
    expect(entries('follow', 'comm=cron')).toEqual({ 'followed 21': true });
    expect(entries('follow', 'comm=sh', 'uid!=1000')).toEqual({ 'followed 11': true, 'followed 12': true });
    expect(entries('follow', 'pid=1', 'comm=nothing')).toEqual({});
  });
  it('are followed out of a wanted tree that matches whole by nobody new', () => {
    expect(entries('follow', 'tree=11')).toEqual({ 'tree 11': true, 'tree 12': true });
  });
});

describe('/proc', () => {
  it('shows this process with its parent and name', () => {
    const own = runningProcesses().find(({ pid }) => pid === process.pid);
    expect(own).toMatchObject({ parent: process.ppid, uid: process.getuid?.() });
    expect(own?.comm.length).toBeGreaterThan(0);
  });

  it('has the roots of trees, or the error says which is missing', () => {
    expect(() => checkRoots([process.pid])).not.toThrow();
    expect(() => checkRoots([process.pid, 4194305])).toThrow('filters: tree: no process 4194305');
  });
});
