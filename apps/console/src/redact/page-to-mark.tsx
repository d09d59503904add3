import type { MarkPlace, RedactionMark, RedactionView } from '@gongkai/contracts';
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { areaBetween, nudged, type Point } from './places.js';

/** A place that is shown on the page: of which mark, and the how-many-eth of its places. */
export type Shown = { readonly mark: RedactionMark; readonly at: number; readonly place: MarkPlace };

type Props = {
  readonly view: RedactionView;
  readonly number: number;
  readonly marks: readonly RedactionMark[];
  readonly selected: string | undefined;
  readonly nameOf: (mark: RedactionMark) => string;
  readonly onSelect: (id: string | undefined) => void;
  /** Without these it is only looked at. */
  readonly onDraw?: ((place: MarkPlace) => void) | undefined;
  readonly onChange?: ((shown: Shown, place: MarkPlace | undefined) => void) | undefined;
};

const percent = (share: number): string => `${String(share * 100)}%`;
const styleOf = ({ left, top, width, height }: Omit<MarkPlace, 'page'>) => ({
  left: percent(left),
  top: percent(top),
  width: percent(width),
  height: percent(height),
});

/** A page with what is marked on it: areas are drawn with the mouse; one that has the focus is moved and made larger by arrows. */
export function PageToMark({ view, number, marks, selected, nameOf, onSelect, onDraw, onChange }: Props): ReactNode {
  const t = useWords('redact');
  const size = view.pages[number - 1];
  const { drawn, ...pointer } = useDrawing((area) => onDraw?.({ ...area, page: number }));
  if (size === undefined) return null;
  const shown = marks.flatMap((mark) => mark.places.flatMap((place, at) => (place.page === number ? [{ mark, at, place }] : [])));
  const keyDown = (one: Shown) => (event: KeyboardEvent) => {
    const isGone = event.key === 'Delete' || event.key === 'Backspace';
    const moved = nudged(one.place, event.key, event.shiftKey);
    if (onChange === undefined || (!isGone && moved === undefined)) return;
    event.preventDefault();
    onChange(one, isGone ? undefined : moved);
  };
  return (
    <div
      className={onDraw === undefined ? 'redact-sheet' : 'redact-sheet redact-open'}
      style={{ aspectRatio: `${String(size.width)} / ${String(size.height)}` }}
      {...(onDraw === undefined ? {} : pointer)}
    >
      <img
        src={`/api/v1/redactions/${view.id}/pages/${String(number)}`}
        alt={t('page-of', { name: view.source.name, page: number })}
        draggable={false}
      />
      {shown.map((one) => (
        <button
          key={`${one.mark.id}/${String(one.at)}`}
          type="button"
          className="redact-mark"
          style={styleOf(one.place)}
          aria-pressed={one.mark.id === selected}
          aria-label={nameOf(one.mark)}
          title={nameOf(one.mark)}
          onPointerDown={(event) => event.stopPropagation()}
          onFocus={() => onSelect(one.mark.id)}
          onKeyDown={keyDown(one)}
        />
      ))}
      {drawn === undefined ? null : <span className="redact-drawn" style={styleOf(drawn)} />}
    </div>
  );
}

/** An area that is drawn while the button of the mouse is held. */
function useDrawing(onDraw: (area: Omit<MarkPlace, 'page'>) => void) {
  const [corners, setCorners] = useState<{ readonly from: Point; readonly to: Point }>();
  const drawn = corners === undefined ? undefined : areaBetween(corners.from, corners.to);
  const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  return {
    drawn,
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setCorners({ from: pointOf(event), to: pointOf(event) });
    },
    onPointerMove: (event: PointerEvent) => {
      if (corners !== undefined) setCorners({ ...corners, to: pointOf(event) });
    },
    onPointerUp: (event: PointerEvent) => {
      // By where it is now: the last move may not have been drawn yet.
      const area = corners === undefined ? undefined : areaBetween(corners.from, pointOf(event));
      if (area !== undefined) onDraw(area);
      setCorners(undefined);
    },
    onPointerCancel: () => setCorners(undefined),
  };
}
