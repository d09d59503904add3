import type { CaseView } from '@gongkai/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys.js';
import { ledgerQuery } from '../clock/use-ledger.js';

/** Shows a case as a step left it. Where its ledger is on the screen it comes along: the days of before beside the case of now would be wrong. */
export async function showTaken(client: QueryClient, view: CaseView): Promise<void> {
  const ledger = ledgerQuery(view.id);
  const isShown = client.getQueryData(ledger.queryKey) !== undefined;
  if (isShown) await client.query({ ...ledger, staleTime: 0 }).catch(() => undefined);
  client.setQueryData(keys.cases.view(view.id), view);
  // Last: were all read again before, the case could come ahead of its ledger.
  void client.invalidateQueries({ queryKey: keys.cases.all });
}
