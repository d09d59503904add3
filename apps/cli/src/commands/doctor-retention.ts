import { readRetentionTables, type Settings } from '@gongkai/platform';
import type { DataSource } from 'typeorm';

const STRANGE = `
  SELECT named.code FROM unnest($1::text[]) AS named (code)
   WHERE NOT EXISTS (SELECT FROM organ WHERE organ.code = named.code) ORDER BY named.code`;

/**
 * Codes of organs that `config/retention.yaml` names and no organ has: what was meant for one keeps the period of the statute (REG 45).
 * @returns one line, or none
 * @throws ConfigError where the file is wrong
 */
export async function retentionStanding(
  source: DataSource,
  { configDir }: Pick<Settings, 'configDir'>,
): Promise<readonly string[]> {
  const named = new Set(readRetentionTables(configDir).flatMap(({ organs }) => organs));
  const strange = await source.query<{ readonly code: string }[]>(STRANGE, [[...named]]);
  if (strange.length === 0) return [];
  const codes = strange.map(({ code }) => code).join(', ');
  return [
    `retention.yaml has a table for ${codes}, and no organ is called that: its cases are kept by the statute. Correct the code; Organs (机构人员) shows them.`,
  ];
}
