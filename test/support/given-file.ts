import type { Officer } from './officer.js';

/** A file that is given out, under its name. */
export async function givenFile({ base, cookie }: Officer, address: string): Promise<File> {
  const answer = await fetch(`${base}${address}`, { headers: { cookie } });
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  return new File([Buffer.from(await answer.arrayBuffer())], decodeURIComponent(name));
}
