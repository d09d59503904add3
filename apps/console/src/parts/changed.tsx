import { Fragment, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { wordChanges } from './word-changes.js';
import './changed.css';

type Props = { readonly before: string; readonly after: string };

/** A text, with what went struck out and what came underlined; who cannot see that hears it. */
export function Changed({ before, after }: Props): ReactNode {
  return wordChanges(before, after).map(({ kind, text }, i) => (
    <Fragment key={i}>{kind === 'same' ? text : kind === 'gone' ? <Gone>{text}</Gone> : <Come>{text}</Come>}</Fragment>
  ));
}

type One = { readonly children: string };

/** What is no more. */
export const Gone = ({ children }: One): ReactNode => <del data-said={useWords('parts')('changed.gone')}>{children}</del>;

/** What is instead. */
export const Come = ({ children }: One): ReactNode => <ins data-said={useWords('parts')('changed.come')}>{children}</ins>;
