import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { kubernetesProblems } from './kubernetes_problems';
import { renderChart } from './render_chart';

const root = join(__dirname, '../..');
const kustomize = join(root, 'deploy/kubernetes');
const chart = join(root, 'deploy/helm/tracee');
const read = (path: string) => parse(readFileSync(path, 'utf8'));
const kustomization = read(join(kustomize, 'kustomization.yaml'));

const rendered = (values: object = {}) => renderChart(chart, values, 'tracee').map((text) => parse(text));
const ofKind = (kind: string, values?: object) => rendered(values).find((manifest) => manifest.kind === kind);
const podOf = (daemonSet: { spec: { template: { spec: object } } }) =>
  daemonSet.spec.template.spec as Record<string, unknown> & {
    initContainers: Record<string, unknown>[];
    containers: Record<string, unknown>[];
  };

describe('what says whether a manifest is right', () => {
  const pod = () => structuredClone(read(join(kustomize, 'daemonset.yaml')));

  it('finds a wrong type', () => {
    const daemonSet = pod();
    daemonSet.spec.template.spec.hostPID = 'yes';
    expect(kubernetesProblems(daemonSet).join()).toContain('hostPID must be boolean');
  });

  it('finds a field that there is not', () => {
    const daemonSet = pod();
    daemonSet.spec.template.spec.containers[0].imagePolicy = 'Always';
    expect(kubernetesProblems(daemonSet)).toEqual([
      '/spec/template/spec/containers/0/imagePolicy: the schema has no such field',
    ]);
  });

  it('finds what is missing', () => {
    const daemonSet = pod();
    delete daemonSet.spec.selector;
    expect(kubernetesProblems(daemonSet).join()).toContain('selector');
  });
});

describe('the kustomize base', () => {
  it.each(kustomization.resources as string[])('%s is what Kubernetes takes', (name) => {
    expect(kubernetesProblems(read(join(kustomize, name)))).toEqual([]);
  });

  it('names all of its files, and none that is not there', () => {
    const files = readdirSync(kustomize).filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml');
    expect([...kustomization.resources].sort()).toEqual(files.sort());
    for (const { files } of kustomization.configMapGenerator)
      for (const file of files) expect(existsSync(join(kustomize, file))).toBe(true);
  });

  it('names the images and the ConfigMap of the DaemonSet', () => {
    const { containers, volumes } = podOf(read(join(kustomize, 'daemonset.yaml')));
    expect(containers.map(({ image }) => image)).toEqual(
      kustomization.images.map(({ name }: { name: string }) => name),
    );
    expect(volumes).toContainEqual({
      name: 'policies',
      configMap: { name: kustomization.configMapGenerator[0].name },
    });
  });
});

describe('the Helm chart', () => {
  const values = {
    collector: { image: 'registry.example/collect', tag: 'x', args: ['--crs', 'none'], capabilities: ['SYS_ADMIN'] },
    rules: { args: ['--output', 'webhook=https://alerts.example/'] },
    policies: { 'own.yaml': 'apiVersion: tracee.aquasec.com/v1beta1\nkind: Policy\n' },
    tolerations: [],
    nodeSelector: { 'kubernetes.io/arch': 'amd64' },
  };

  it.each([
    ['as it is', {}],
    ['with every value changed', values],
  ])('gives what Kubernetes takes, %s', (_, given) => {
    const manifests = rendered(given);
    expect(manifests.map(({ kind }) => kind).sort()).toEqual(['ConfigMap', 'DaemonSet', 'ServiceAccount']);
    for (const manifest of manifests) expect(kubernetesProblems(manifest)).toEqual([]);
  });

  it('runs the pods that the kustomize base runs', () => {
    const [ours, base] = [podOf(ofKind('DaemonSet')), podOf(read(join(kustomize, 'daemonset.yaml')))];
    const tags = new Map(kustomization.images.map(({ name, newTag }: Record<string, string>) => [name, newTag]));
    const tagged = (one: Record<string, unknown>) => ({ ...one, image: `${one.image}:${tags.get(`${one.image}`)}` });
    expect(ours).toEqual({
      ...base,
      initContainers: base.initContainers.map(tagged),
      containers: base.containers.map(tagged),
    });
  });

  it('takes images, arguments, capabilities, policies and nodes from the values', () => {
    const { containers, nodeSelector, tolerations } = podOf(ofKind('DaemonSet', values));
    const [collector, rules] = containers as [Record<string, never>, Record<string, never>];
    expect(collector.image).toBe('registry.example/collect:x');
    expect((collector.args as unknown as string[]).slice(-2)).toEqual(['--crs', 'none']);
    expect((collector.securityContext as unknown as { capabilities: object }).capabilities).toEqual({
      drop: ['ALL'],
      add: ['SYS_ADMIN'],
    });
    expect((rules.args as unknown as string[]).slice(-2)).toEqual(['--output', 'webhook=https://alerts.example/']);
    expect(nodeSelector).toEqual(values.nodeSelector);
    expect(tolerations).toBeUndefined();
    expect(ofKind('ConfigMap', values).data).toEqual({
      ...values.policies,
      'signatures.yaml': readFileSync(join(kustomize, 'policies/signatures.yaml'), 'utf8'),
    });
  });

  it('has the version of the packages', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const { appVersion } = read(join(chart, 'Chart.yaml'));
    expect(appVersion).toBe(version);
    for (const { newTag } of kustomization.images) expect(newTag).toBe(version);
  });
});
