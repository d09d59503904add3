import type { Language } from '@gongkai/contracts';
import type { ThemeConfig } from 'antd';

/** Latin faces first in English: quotes set in a Chinese face are two columns wide. */
const FONTS: Readonly<Record<Language, string>> = { 'zh-CN': 'var(--font-zh)', en: 'var(--font-en)' };

/** Antd calculates shades from these, so they are values and not the variables of tokens.css; the two say the same. */
const COLOURS = {
  colorPrimary: '#14506B',
  colorInfo: '#14506B',
  colorLink: '#14506B',
  colorError: '#B8261B',
  colorText: '#1A1F26',
  colorTextSecondary: '#454C57',
  colorTextTertiary: '#5F6772',
  colorTextDescription: '#5F6772',
  colorTextPlaceholder: '#6B727C',
  colorTextDisabled: '#5F6772',
  colorBorder: '#858A92',
  colorBorderSecondary: '#E2DFD6',
  colorBgLayout: '#F4F3EE',
} as const;

/** The looks of antd in a language. */
export const themeFor = (language: Language): ThemeConfig => ({
  token: {
    ...COLOURS,
    fontFamily: FONTS[language],
    fontSize: 14,
    fontWeightStrong: 600,
    borderRadius: 3,
    borderRadiusLG: 4,
    controlHeight: 32,
    controlHeightSM: 26,
    wireframe: false,
    motionDurationMid: '0.12s',
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    boxShadowSecondary: '0 6px 24px rgba(20,30,40,.16)',
  },
  components: {
    Button: { fontWeight: 400, primaryShadow: 'none', defaultShadow: 'none' },
    Table: {
      headerBg: '#FAF9F6',
      headerColor: '#454C57',
      headerSplitColor: 'transparent',
      cellPaddingBlockSM: 5,
      borderColor: '#E2DFD6',
    },
    Form: { itemMarginBottom: 10, labelColor: '#454C57' },
    Segmented: { itemSelectedBg: '#14506B', itemSelectedColor: '#FFFFFF', trackBg: '#ECEAE3', itemColor: '#1A1F26' },
    Input: { activeShadow: '0 0 0 2px rgba(20,80,107,.22)' },
  },
});
