import { consultationsHere, type CaseConsultation, type CaseFile } from './case-file.js';

/** Letters of this round that would ask somebody about what is in this case, and were made without leaving. */
export const unsentLetters = (file: CaseFile): readonly CaseConsultation[] =>
  consultationsHere(file).filter(({ dispatchedOn }) => dispatchedOn === null);

/** The case without a letter that was made in vain: the journal keeps its number and its papers, and nobody has to look at it any more. */
export const takenBack = (file: CaseFile, { consultationId }: { readonly consultationId: string }): CaseFile => ({
  ...file,
  notices: file.notices.filter(({ id }) => id !== consultationId),
  consultations: file.consultations.filter(({ id }) => id !== consultationId),
  toConfirm: file.toConfirm.filter(({ noticeId }) => noticeId !== consultationId),
});
