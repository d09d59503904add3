import type { FormedList } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { LightIcon } from '../parts/light.js';

/** The lights of what is open, the most urgent first. */
export const FORMED_LIGHTS = ['overdue', 'red', 'yellow', 'green'] as const;
export type FormedLight = (typeof FORMED_LIGHTS)[number];

type Props = {
  readonly counts: FormedList['counts'];
  /** Those that are shown alone; none: all of them. */
  readonly lights: readonly FormedLight[];
  readonly onLights: (lights: readonly FormedLight[]) => void;
};

/** How many there are under each light; each number shows its own list. */
export function FormedLights({ counts, lights, onLights }: Props): ReactNode {
  const t = useWords('catalogue');
  const terms = useWords('terms');
  const toggled = (light: FormedLight): readonly FormedLight[] =>
    FORMED_LIGHTS.filter((one) => (one === light ? !lights.includes(one) : lights.includes(one)));
  return (
    <div className="catalogue-filters" role="group" aria-label={t('formed.lights')}>
      {FORMED_LIGHTS.map((light) => (
        <Button
          key={light}
          size="small"
          aria-pressed={lights.includes(light)}
          className="catalogue-light"
          icon={<LightIcon light={light} />}
          onClick={() => onLights(toggled(light))}
        >
          {terms(`light.${light}`)} {counts[light]}
        </Button>
      ))}
      {lights.length === 0 ? null : (
        <Button size="small" type="link" onClick={() => onLights([])}>
          {t('formed.all')}
        </Button>
      )}
    </div>
  );
}
