import { z } from 'zod';
import { CIPHER_NAMES, CIPHERS } from './ciphers.js';

/** The variable of the environment that chooses by which algorithms personal data is sealed from now on. */
export const sealingEnvironment = {
  CIPHER: z.enum(CIPHER_NAMES, { error: `has to be ${CIPHER_NAMES.join(' or ')}` }).default('aes'),
};

/** What is chosen has to be there: some systems have an OpenSSL without Chinese algorithms. */
export const SEALING_TOGETHERS = [
  {
    name: 'CIPHER',
    isWrong: ({ CIPHER }: Readonly<Record<string, string>>) => CIPHER === 'sm4' && !CIPHERS.sm4.isOffered(),
    words: 'is sm4, but the OpenSSL of this Node.js has no SM4 and SM3: take the Node.js of nodejs.org, or leave it at aes',
  },
];
