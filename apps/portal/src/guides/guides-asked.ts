import type { Compendium, PublicGuide } from '@gongkai/contracts';
import type { LoaderFunctionArgs } from 'react-router';
import { ask, type Answer } from '../api.js';

const organIn = ({ id = '' }: LoaderFunctionArgs['params']): string => `/organs/${encodeURIComponent(id)}`;

/** The guide of the organ that the address names. */
export const guideAsked = ({ params }: LoaderFunctionArgs): Promise<Answer<PublicGuide>> =>
  ask<PublicGuide>(`${organIn(params)}/guide`);

/** The guides of that organ and of everything below it. */
export const compendiumAsked = ({ params }: LoaderFunctionArgs): Promise<Answer<Compendium>> =>
  ask<Compendium>(`${organIn(params)}/guides`);
