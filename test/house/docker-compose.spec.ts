import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { REPOSITORY } from './planted-tree.js';

type Service = {
  image: string;
  build?: { dockerfile_inline: string };
  pull_policy?: string;
  command?: string[];
  environment?: Record<string, string | number>;
  depends_on?: Record<string, { condition: string }>;
  deploy?: { replicas?: number; resources?: { limits: { cpus: string; memory: string } } };
  user?: string;
  read_only?: boolean;
  cap_drop?: string[];
  networks?: string[];
  healthcheck?: { test: string[] };
  ports?: string[];
  volumes?: string[];
  configs?: { source: string }[];
  restart: string;
};
type Compose = {
  services: Record<string, Service>;
  volumes: Record<string, null>;
  networks: Record<string, { internal?: boolean } | null>;
  configs: Record<string, { content: string }>;
};

const text = readFileSync(path.join(REPOSITORY, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
/** Of the Compose Specification itself, as it publishes it. */
const schema = JSON.parse(readFileSync(path.join(REPOSITORY, 'test/house/compose-spec.json'), 'utf8')) as object;
const service = (name: string): Service => {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`no service ${name}`);
  return found;
};

describe('docker-compose.yml', () => {
  it('starts two API servers, two workers, a database, a queue store and a proxy', () => {
    expect(Object.keys(compose.services)).toEqual(['migrate', 'api', 'worker', 'backup', 'postgres', 'redis', 'proxy']);
  });

  it('is what the Compose Specification takes, and a slip of the pen is not', () => {
    const taken = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile(schema);
    taken(compose);
    expect(taken.errors ?? []).toEqual([]);
    const slip = parse(text.replace('read_only: true', 'readonly: true'), { merge: true }) as unknown;
    expect(taken(slip)).toBe(false);
  });

  it('confines each container: no root, no capability it can do without, no place to write but its volumes, no more than its share', () => {
    const uses = Object.entries(compose.services);
    for (const [name, { read_only, cap_drop, user, image, deploy, restart }] of uses) {
      expect([name, read_only, cap_drop]).toEqual([name, true, ['ALL']]);
      // Ours names its user in the image.
      expect([name, image === 'gongkai' || user !== undefined]).toEqual([name, true]);
      expect([name, restart === 'no' || deploy?.resources?.limits.memory !== undefined]).toEqual([name, true]);
    }
    expect(service('migrate').build?.dockerfile_inline).toContain('USER node');
  });

  it('keeps database and queue where only the containers beside them come', () => {
    expect(compose.networks.inside).toEqual({ internal: true });
    for (const name of ['postgres', 'redis', 'backup', 'migrate']) expect(service(name).networks).toEqual(['inside']);
  });

  it.each(['api', 'worker'])('starts %s twice, from its own main file, once the database is migrated', (name) => {
    expect(service(name)).toMatchObject({
      command: [`dist/apps/${name}/src/main.js`],
      deploy: { replicas: 2 },
      depends_on: { migrate: { condition: 'service_completed_successfully' }, redis: { condition: 'service_healthy' } },
      restart: 'unless-stopped',
    });
  });

  it.each(['migrate', 'api', 'worker', 'backup'])('gives %s its settings and no secret of our own', (name) => {
    expect(service(name).environment).toMatchObject({
      DATABASE_URL: expect.stringMatching(/^postgres:\/\/gongkai:\$\{POSTGRES_PASSWORD:\?[^}]+\}@postgres:5432\/gongkai$/),
      QUEUE_BACKEND: 'redis',
      REDIS_URL: 'redis://redis:6379',
      SECRET_KEY: expect.stringMatching(/^\$\{SECRET_KEY:\?/),
      AUDIT_KEY: '${AUDIT_KEY:-}',
      PUBLIC_URL: expect.stringMatching(/^\$\{PUBLIC_URL:-/),
    });
  });

  it.each(['api', 'worker', 'backup', 'postgres', 'redis', 'proxy'])('watches the health of %s', (name) => {
    expect(service(name).healthcheck?.test[0]).toMatch(/^CMD/);
  });

  it('builds one image and lets all three processes run it', () => {
    const ours = Object.entries(compose.services).filter(([, { image }]) => image === 'gongkai');
    const policies = ours.map(([name, { build, pull_policy }]) => [name, build !== undefined, pull_policy]);
    expect(policies).toEqual([
      ['migrate', true, 'build'],
      ['api', false, 'never'],
      ['worker', false, 'never'],
      ['backup', false, 'never'],
    ]);
  });

  it('loses no job: Redis evicts nothing and writes everything down', () => {
    expect(service('redis').command?.join(' ')).toBe(
      'redis-server --maxmemory-policy noeviction --appendonly yes --appendfsync everysec',
    );
  });

  it('lets only the proxy be reached from outside, and the proxy reach both API servers', () => {
    const open = Object.keys(compose.services).filter((name) => service(name).ports !== undefined);
    expect(open).toEqual(['proxy']);
    expect(compose.configs.proxy?.content).toMatch(/reverse_proxy \{\s+dynamic a \{\s+name api\s+port 3000\s/);
  });

  it('names every volume and configuration that is used', () => {
    const services = Object.values(compose.services);
    const volumes = services.flatMap(({ volumes: mounts = [] }) => mounts.map((mount) => mount.split(':')[0]));
    const configs = services.flatMap((each) => (each.configs ?? []).map(({ source }) => source));
    expect([...new Set(volumes)].sort()).toEqual(Object.keys(compose.volumes).sort());
    expect(configs).toEqual(Object.keys(compose.configs));
  });
});
