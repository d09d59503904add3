/**
 * What is open without a log-in. `open`: to anybody, and tells nothing that is not public. `said`: what organs tell everybody themselves.
 * `code`: to whoever has number and query code of an application, of a request to correct a record, or the secret of an address; then of that
 * one alone.
 */
export type PublicRule = 'open' | 'said' | 'code';

/** Every endpoint without a session. */
export const publicRules: Readonly<Record<string, PublicRule>> = {
  logIn: 'open',
  signOn: 'open',
  returnFromSignOn: 'open',
  getOffice: 'open',
  isLive: 'open',
  isReady: 'open',
  getMetrics: 'open',
  getRobots: 'open',
  getSitemap: 'open',

  listPublicOrgans: 'said',
  getGuide: 'said',
  getCompendium: 'said',
  // An organ tells everybody of what it has nothing to publish.
  listNothingToPublish: 'said',
  listPublicDisclosures: 'open',
  listDisclosureKinds: 'open',
  getDisclosureFeed: 'open',
  getDisclosureRss: 'open',
  findAlikeDisclosures: 'open',
  getPublicDisclosure: 'open',
  getPublicDisclosureFile: 'open',

  getChallenge: 'open',
  addPublicFile: 'open',
  apply: 'open',
  askForCorrection: 'open',
  readFeed: 'code',
  stopMail: 'code',
  askConsultation: 'code',
  addConsultationFile: 'code',
  answerConsultation: 'code',

  followApplication: 'code',
  followCorrection: 'code',
  fetchOwnPaper: 'code',
  addOwnFile: 'code',
  correctOwn: 'code',
  proveOwnPayment: 'code',
  withdrawOwn: 'code',
  suggestOwn: 'code',
  confirmOwnNotice: 'code',
  tellByMail: 'code',
};
