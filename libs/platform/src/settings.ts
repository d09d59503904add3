import { isLocalDate, type LocalDate } from '@gongkai/calendar';
import { ROLES, type Role } from '@gongkai/contracts';
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { auditKeyProblem } from './audit-keys.js';
import { EXCHANGE_TOGETHERS, exchangeEnvironment, exchangeOf, type ExchangeSettings } from './exchange/exchange-settings.js';
import { madeSecret } from './made-secret.js';
import { canRead } from './reading/engine.js';
import type { CipherName } from './sealing/ciphers.js';
import { SEALING_TOGETHERS, sealingEnvironment } from './sealing/sealing-settings.js';
import { SettingsError } from './settings-error.js';
import { SIGN_ON_TOGETHERS, signOnEnvironment, signOnOf, type SignOnSettings } from './sign-on/sign-on-settings.js';

/** What surrounds this installation: read once, complete, and never changed. */
export type Settings = Readonly<{
  production: boolean;
  /** The least that is logged. */
  logLevel: 'error' | 'warn' | 'info';
  /** Undefined: the embedded PostgreSQL below `dataDir`. */
  databaseUrl: string | undefined;
  queueBackend: 'postgres' | 'redis';
  redisUrl: string | undefined;
  port: number;
  /** Whom the API believes what address a caller has: so many proxies before it, or proxies at these addresses. */
  trustProxy: number | readonly string[];
  /** What whoever reads `/metrics` has to know; undefined: it is read from this machine alone. */
  metricsToken: string | undefined;
  /** Where the worker answers with its own; undefined: nowhere. */
  workerMetricsPort: number | undefined;
  /** Where traces are sent (OpenTelemetry, OTLP over HTTP); undefined: nowhere. */
  tracesUrl: string | undefined;
  /** To whom the API answers: everybody, applicants alone, or applicants in a network without any way to the casework. */
  serves: 'all' | 'portal' | 'relay';
  /** Where packages are exchanged with the other network; undefined: nowhere. */
  exchange: ExchangeSettings | undefined;
  /** Whose log-in has to have a second step. */
  secondFactorFor: readonly Role[];
  /** The identity provider that people may log in with; undefined: everybody has a password here. */
  signOn: SignOnSettings | undefined;
  /** Minutes without anybody at a screen after which its session ends; undefined: it lasts its twelve hours. */
  idleMinutes: number | undefined;
  /** Where what is handed in is looked through for viruses; undefined: nowhere. */
  clamdUrl: string | undefined;
  smtpUrl: string | undefined;
  /** The address that mail comes from. */
  mailFrom: string;
  imapUrl: string | undefined;
  /** Networks that webhooks may reach although they are not public, in plain HTTP too. */
  webhookAllow: readonly string[];
  /** The code of the organ whose mailbox it is. */
  mailOrgan: string | undefined;
  /** Addresses, or domains (`@fax.example.org`), that send faxes as mails; in small letters. */
  faxGateways: readonly string[];
  faxSpoolDir: string;
  /** The code of the organ whose fax line it is. */
  faxOrgan: string | undefined;
  /** Whether scans are read, for a person to compare. */
  ocr: boolean;
  /** A file of a key and its certificates (PKCS#12), by which papers are sealed; `{organ}` in its path stands for the code of an organ. */
  seal: { readonly path: string; readonly password: string } | undefined;
  /** Without a slash at its end. */
  publicUrl: string;
  dataDir: string;
  configDir: string;
  /** The newest first; the others only open what they sealed once. */
  secretKeys: readonly [string, ...string[]];
  /** By which algorithms personal data is sealed from now on; what the other has sealed opens still. */
  cipher: CipherName;
  /** By which the roots of the days are signed: PEM, or paths with commas between them; undefined: one that is kept in `dataDir`. */
  auditKey: string | undefined;
  /** Fixes the office's date, for demonstrations and tests. */
  today: LocalDate | undefined;
}>;

const SECRET_LENGTH = 32;

/** A URL of one of these schemes, e.g. `smtp:`. */
const url = (...protocols: string[]) =>
  z.string().refine((text) => protocols.includes(protocolOf(text)), {
    error: `has to be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const protocolOf = (text: string): string => (URL.canParse(text) ? new URL(text).protocol : '');

/** Of gateways; a domain stands for all its addresses. */
const addresses = z
  .string()
  .transform((text) => text.split(',').map((address) => address.trim().toLowerCase()))
  .refine((all) => all.every((address) => /^[^@\s]*@[^@\s]+$/.test(address)), {
    error: 'has to be mail addresses, or domains like @fax.example.org, with commas between them',
  });

/** Networks by name: this machine, its cable, and private networks. */
const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];
const LONGEST_PREFIX: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

function isNetwork(text: string): boolean {
  const [, address = '', prefix = '0'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  return NETWORKS.includes(text) || Number(prefix) <= (LONGEST_PREFIX[isIP(address)] ?? -1);
}

const proxies = z
  .string()
  .transform((text) => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : text.split(',').map((network) => network.trim())))
  .refine((given) => typeof given === 'number' || given.every(isNetwork), {
    error: 'has to be a number of proxies, or addresses like 10.1.0.7, 10.1.0.0/16 or loopback, with commas between them',
  });

const networks = z
  .string()
  .transform((text) => text.split(',').map((network) => network.trim()))
  .refine((all) => all.every(isNetwork), {
    error: 'has to be addresses like 10.1.0.7, 10.1.0.0/16 or loopback, with commas between them',
  });

const secretKey = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .refine((keys) => keys.every((key) => key.length >= SECRET_LENGTH), {
    error: `has to be ${SECRET_LENGTH} characters or more (openssl rand -hex 32); older keys follow after a comma`,
  });

const auditKey = z.string().superRefine((given, context) => {
  const message = auditKeyProblem(given);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

const rolesListed = z
  .string()
  .transform((text) => (text === 'all' ? [...ROLES] : text.split(',').map((role) => role.trim())))
  .pipe(z.array(z.enum(ROLES), { error: `has to be all, or some of ${ROLES.join(', ')}, with commas between them` }));

/** Two, so that somebody who reads is not thrown out between two minutes. */
const LEAST_IDLE = 2;
const idleMinutes = z.coerce
  .number({ error: 'has to be a number of minutes' })
  .int({ error: 'has to be whole minutes' })
  .min(LEAST_IDLE, { error: `has to be ${LEAST_IDLE} or more minutes` });

const TOKEN_LENGTH = 16;

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'has to be a port number' })
  .transform(Number)
  .refine((number) => number <= 65_535, { error: 'has to be 65535 or less' });

const Environment = z.object({
  NODE_ENV: z.string().default('development'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info'], { error: 'has to be error, warn or info' }).optional(),
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  QUEUE_BACKEND: z.enum(['postgres', 'redis'], { error: 'has to be postgres or redis' }).default('postgres'),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  PORT: port.default(3000),
  METRICS_TOKEN: z
    .string()
    .min(TOKEN_LENGTH, { error: `has to be ${TOKEN_LENGTH} characters or more` })
    .optional(),
  WORKER_METRICS_PORT: port.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http:', 'https:').optional(),
  TRUST_PROXY: proxies.default(['loopback']),
  SERVES: z.enum(['all', 'portal', 'relay'], { error: 'has to be all, portal or relay' }).default('all'),
  ...exchangeEnvironment,
  SECOND_FACTOR_FOR: rolesListed.default([]),
  IDLE_MINUTES: idleMinutes.optional(),
  ...signOnEnvironment,
  CLAMD_URL: url('tcp:', 'unix:').optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.email({ error: 'has to be a mail address' }).optional(),
  IMAP_URL: url('imap:', 'imaps:').optional(),
  WEBHOOK_ALLOW: networks.default([]),
  MAIL_ORGAN: z.string().optional(),
  FAX_MAIL_FROM: addresses.default([]),
  FAX_SPOOL_DIR: z.string().optional(),
  FAX_ORGAN: z.string().optional(),
  OCR: z.enum(['on', 'off'], { error: 'has to be on or off' }).optional(),
  SEAL_P12: z.string().optional(),
  SEAL_PASSWORD: z.string().default(''),
  PUBLIC_URL: url('http:', 'https:').optional(),
  DATA_DIR: z.string().default('var'),
  CONFIG_DIR: z.string().optional(),
  SECRET_KEY: secretKey.optional(),
  ...sealingEnvironment,
  AUDIT_KEY: auditKey.optional(),
  TODAY: z.custom<LocalDate>(isLocalDate, { error: 'has to be a date, YYYY-MM-DD' }).optional(),
});

type Given = Readonly<Record<string, string>>;

/** What settings ask of each other: when it is wrong, and the words for it. */
const togethers: readonly { name: string; isWrong: (given: Given) => boolean; words: string }[] = [
  {
    name: 'REDIS_URL',
    isWrong: ({ QUEUE_BACKEND, REDIS_URL }) => QUEUE_BACKEND === 'redis' && REDIS_URL === undefined,
    words: 'is needed with QUEUE_BACKEND=redis',
  },
  {
    name: 'SECRET_KEY',
    // The portal of another network seals nothing.
    isWrong: ({ NODE_ENV, SERVES, SECRET_KEY }) => NODE_ENV === 'production' && SERVES !== 'relay' && SECRET_KEY === undefined,
    words: 'is needed in production (openssl rand -hex 32)',
  },
  {
    name: 'TODAY',
    isWrong: ({ NODE_ENV, TODAY }) => NODE_ENV === 'production' && TODAY !== undefined,
    words: 'is for demonstrations and tests, not for production',
  },
  {
    name: 'OCR',
    isWrong: ({ OCR }) => OCR === 'on' && !canRead(),
    words: 'is on, but what reads is not installed (npm ci --include=optional)',
  },
  ...EXCHANGE_TOGETHERS,
  ...SIGN_ON_TOGETHERS,
  ...SEALING_TOGETHERS,
];

/** The folder of the rules, calendars and notices: `CONFIG_DIR`, else `config` where it is called. */
export const configDirOf = ({ CONFIG_DIR = 'config' }: Readonly<Record<string, unknown>> = process.env): string =>
  path.resolve(String(CONFIG_DIR));

/**
 * Reads the settings from the environment. Where no SECRET_KEY is given, outside production, one is made at the first
 * start and kept in the data folder; the portal of another network (`SERVES=relay`) needs and keeps none.
 * @throws SettingsError with all that is wrong, in one message
 */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  // A variable that is set to nothing, as Compose does it, is not set.
  const given = Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => Boolean(entry[1])));
  const read = Environment.safeParse(given);
  const wrong = [
    ...(read.error?.issues ?? []).map(({ path: [name], message }) => `  ${String(name)} ${message}`),
    ...togethers.filter(({ isWrong }) => isWrong(given)).map(({ name, words }) => `  ${name} ${words}`),
  ];
  if (read.data === undefined || wrong.length > 0)
    throw new SettingsError(['These settings cannot be used:', ...wrong].join('\n'));
  return settingsOf(read.data);
}

function settingsOf(env: z.infer<typeof Environment>): Settings {
  const dataDir = path.resolve(env.DATA_DIR);
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, '');
  const [newest = madeSecret(env.SERVES, dataDir), ...older] = env.SECRET_KEY ?? [];
  return Object.freeze({
    ...modeOf(env),
    databaseUrl: env.DATABASE_URL,
    queueBackend: env.QUEUE_BACKEND,
    redisUrl: env.REDIS_URL,
    port: env.PORT,
    trustProxy: typeof env.TRUST_PROXY === 'number' ? env.TRUST_PROXY : Object.freeze(env.TRUST_PROXY),
    metricsToken: env.METRICS_TOKEN,
    workerMetricsPort: env.WORKER_METRICS_PORT,
    tracesUrl: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    serves: env.SERVES,
    exchange: exchangeOf(env),
    secondFactorFor: Object.freeze(env.SECOND_FACTOR_FOR),
    signOn: signOnOf(env),
    idleMinutes: env.IDLE_MINUTES,
    clamdUrl: env.CLAMD_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? `gongkai@${new URL(publicUrl).hostname}`,
    imapUrl: env.IMAP_URL,
    webhookAllow: Object.freeze(env.WEBHOOK_ALLOW),
    mailOrgan: env.MAIL_ORGAN,
    faxGateways: Object.freeze(env.FAX_MAIL_FROM),
    faxSpoolDir: path.resolve(env.FAX_SPOOL_DIR ?? path.join(dataDir, 'fax-spool')),
    faxOrgan: env.FAX_ORGAN,
    ocr: env.OCR === undefined ? canRead() : env.OCR === 'on',
    seal: sealOf(env),
    publicUrl,
    dataDir,
    configDir: configDirOf(env),
    secretKeys: Object.freeze<[string, ...string[]]>([newest, ...older]),
    cipher: env.CIPHER,
    auditKey: env.AUDIT_KEY,
    today: env.TODAY,
  });
}

function modeOf({ NODE_ENV, LOG_LEVEL }: z.infer<typeof Environment>): Pick<Settings, 'production' | 'logLevel'> {
  const production = NODE_ENV === 'production';
  return { production, logLevel: LOG_LEVEL ?? (production ? 'info' : 'warn') };
}

const sealOf = ({ SEAL_P12: file, SEAL_PASSWORD: password }: z.infer<typeof Environment>): Settings['seal'] =>
  file === undefined ? undefined : { path: path.resolve(file), password };
