import type { NewTraining, Training, Trainings } from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { download } from '../list/csv.js';
import { xlsxOf } from '../list/xlsx.js';
import { trainingSheet } from './training-sheet.js';

/** Figures of the report are among what they change. */
const TRAININGS = [...keys.cases.lists, 'report', 'trainings'];

/** Trainings in sight. */
export const useTrainings = (query: Query) =>
  useQuery({
    queryKey: [...TRAININGS, query],
    queryFn: () => api.get<Trainings>('/trainings', query),
    placeholderData: (before) => before,
  });

/** Changes the register, and reads it again. */
function useRegisterChange<Input>(send: (input: Input) => Promise<Training>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [...keys.cases.lists, 'report'] });
      onDone();
    },
  });
}

/** What a form says; the server says what is wrong with it, field by field. */
export type TrainingTyped = { readonly [K in keyof NewTraining]?: NewTraining[K] | undefined } & { readonly why?: string };

/** Enters a training, or puts one right. */
export const useTrainingSave = (training: Training | null, onDone: () => void) =>
  useRegisterChange(
    (typed: TrainingTyped) =>
      training === null
        ? api.post<Training>('/trainings', typed)
        : api.put<Training>(`/trainings/${training.id}`, { ...typed, version: training.version }),
    onDone,
  );

/** Takes one out of count. */
export const useTrainingRemoval = ({ id, version }: Training, onDone: () => void) =>
  useRegisterChange((why: string) => api.post<Training>(`/trainings/${id}/removal`, { version, why }), onDone);

/** Saves what is listed as a spreadsheet. */
export function useTrainingExport() {
  const t = useWords('trainings');
  const language = useLanguage();
  return useMutation({
    mutationFn: async (items: readonly Training[]) =>
      download(await xlsxOf(trainingSheet(items, t, language)), `${t('title')}.xlsx`),
  });
}
