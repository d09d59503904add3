import type { PublicOrgans } from '@gongkai/contracts';
import { ask, type Answer } from '../api.js';

/** Whom an application can go to. */
export const organsAsked = (): Promise<Answer<PublicOrgans>> => ask<PublicOrgans>('/organs');
