import { z } from 'zod';

/** An identity provider (OpenID Connect), and what this installation is to it. */
export type SignOnSettings = Readonly<{
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Which of its claims is the log-in name of a person here. */
  claim: string;
}>;

/** Only a provider on this machine may be spoken to without TLS. */
const isIssuer = (text: string): boolean => {
  const { protocol, hostname } = URL.canParse(text) ? new URL(text) : { protocol: '', hostname: '' };
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
};

/** The variables of the environment that tell of it. */
export const signOnEnvironment = {
  OIDC_ISSUER: z.string().refine(isIssuer, { error: 'has to be the https:// address of an identity provider' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_CLAIM: z.string().default('preferred_username'),
};

type Given = Readonly<Record<string, string>>;

/** What they ask of each other and of the rest. */
export const SIGN_ON_TOGETHERS = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'].map((name) => ({
  name,
  isWrong: (given: Given) => given.OIDC_ISSUER !== undefined && given[name] === undefined,
  words: 'is needed with OIDC_ISSUER',
}));

/** @returns undefined where there is no provider */
export function signOnOf(env: z.infer<z.ZodObject<typeof signOnEnvironment>>): SignOnSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId = '', OIDC_CLIENT_SECRET: clientSecret = '', OIDC_CLAIM: claim } = env;
  return issuer === undefined ? undefined : Object.freeze({ issuer, clientId, clientSecret, claim });
}
