import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import zhCN from 'antd/locale/zh_CN.js';
import type { Language } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { queryClient } from './api/query-client.js';
import { useLanguage } from './i18n/use-words.js';
import { router } from './routes.js';
import { SessionProvider } from './session/session-provider.js';
import { themeFor } from './theme/antd-theme.js';

const ANTD_WORDS = { 'zh-CN': zhCN, en: enUS } as const satisfies Record<Language, unknown>;

/** Everything that stands around the screens. */
export const App = (): ReactNode => (
  <Looks>
    <QueryClientProvider client={queryClient}>
      <SessionProvider>
        <RouterProvider router={router} />
      </SessionProvider>
    </QueryClientProvider>
  </Looks>
);

/** The looks of antd, and its words in the language of the person. */
function Looks({ children }: { readonly children: ReactNode }): ReactNode {
  const language = useLanguage();
  return (
    <ConfigProvider theme={themeFor(language)} locale={ANTD_WORDS[language]} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
