import type {
  AssessedCases,
  Assessment,
  AssessmentEntry,
  AssessmentOfOrgan,
  Assessments,
  AssessmentStep,
  FileView,
  NewAssessment,
  NewRectification,
  Rectification,
  Rectifications,
  RectificationStep,
} from '@gongkai/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Query } from '../api/api.js';
import { handIn } from '../parts/hand-in.js';

const ASSESS = ['assessments'];

/** Assessments in sight. */
export const useAssessments = () =>
  useQuery({ queryKey: [...ASSESS, 'list'], queryFn: () => api.get<Assessments>('/assessments') });

/** The league table of one. */
export const useAssessment = (id: string) =>
  useQuery({ queryKey: [...ASSESS, id], queryFn: () => api.get<Assessment>(`/assessments/${id}`) });

/** The assessment of one organ. */
export const useAssessed = (id: string, organ: string) =>
  useQuery({
    queryKey: [...ASSESS, id, organ],
    queryFn: () => api.get<AssessmentOfOrgan>(`/assessments/${id}/organs/${organ}`),
  });

/** The cases that a figure counts; not asked for while no indicator is chosen. */
export const useAssessedCases = (id: string, organ: string, indicator: string | null) =>
  useQuery({
    queryKey: [...ASSESS, id, organ, 'cases', indicator],
    queryFn: () => api.get<AssessedCases>(`/assessments/${id}/organs/${organ}/indicators/${indicator ?? ''}/cases`),
    enabled: indicator !== null,
  });

/** What has to be put right. */
export const useRectifications = (query: Query) =>
  useQuery({ queryKey: [...ASSESS, 'rectifications', query], queryFn: () => api.get<Rectifications>('/rectifications', query) });

/** A change, after which all of it is read again. */
function useChanged<Input, Output>(send: (input: Input) => Promise<Output>, onDone?: (made: Output) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ASSESS });
      onDone?.(made);
    },
  });
}

export const useBegin = (onDone: (made: Assessment) => void) =>
  useChanged((wanted: NewAssessment) => api.post<Assessment>('/assessments', wanted), onDone);

const placeOf = ({ assessment, organ }: AssessmentOfOrgan): string => `/assessments/${assessment.id}/organs/${organ.code}`;

/** Keeps what was judged. */
export const useEnter = (view: AssessmentOfOrgan) =>
  useChanged((entries: AssessmentEntry['entries']) =>
    api.put<AssessmentOfOrgan>(placeOf(view), { version: view.version, entries }),
  );

/** Tells, objects, takes back, settles. */
export const useAssessmentStep = (view: AssessmentOfOrgan, onDone: () => void) =>
  useChanged(
    (step: Omit<AssessmentStep, 'version'>) =>
      api.post<AssessmentOfOrgan>(`${placeOf(view)}/steps`, { ...step, version: view.version }),
    onDone,
  );

/** Demands that something is put right. */
export const useDemand = (view: AssessmentOfOrgan, onDone: () => void) =>
  useChanged((wanted: NewRectification) => api.post<Rectification>(`${placeOf(view)}/rectifications`, wanted), onDone);

/** A step without the version it was read in. */
export type WithoutVersion<T> = T extends unknown ? Omit<T, 'version'> : never;

/** Answers, demands again, closes. */
export const useRectificationStep = ({ id, version }: Rectification, onDone: () => void) =>
  useChanged(
    (step: WithoutVersion<RectificationStep>) => api.post<Rectification>(`/rectifications/${id}/steps`, { ...step, version }),
    onDone,
  );

/** Hands a file in as evidence. */
export const useEvidence = (onDone: (file: FileView) => void) => useMutation({ mutationFn: handIn, onSuccess: onDone });
