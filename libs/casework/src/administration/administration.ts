import { Absences } from './absences.js';
import { AdminLog } from './admin-log.js';
import { Delegations, type DelegationParts } from './delegations.js';
import { GuideAdministration } from './guides.js';
import { OrganAdministration } from './organs.js';
import { PostAdministration } from './posts.js';
import { StaffAdministration } from './staff.js';

/** Organs, people, posts and absences, changed by who may, and the log of all that. */
export class Administration {
  readonly organs: OrganAdministration;
  readonly guides: GuideAdministration;
  readonly staff: StaffAdministration;
  readonly posts: PostAdministration;
  readonly absences: Absences;
  readonly delegations: Delegations;
  readonly log: AdminLog;

  constructor(parts: DelegationParts) {
    this.organs = new OrganAdministration(parts);
    this.guides = new GuideAdministration(parts);
    this.staff = new StaffAdministration(parts);
    this.posts = new PostAdministration(parts);
    this.absences = new Absences(parts);
    this.delegations = new Delegations(parts);
    this.log = new AdminLog(parts);
  }
}
