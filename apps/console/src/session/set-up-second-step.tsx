import type { RecoveryCodes, SecondFactorOffer } from '@gongkai/contracts';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { api } from '../api/api.js';
import { useWords } from '../i18n/use-words.js';
import { putOnClipboard } from '../parts/put-on-clipboard.js';
import { QrCode } from '../parts/qr-code.js';
import { SecretForm } from './secret-form.js';

/** The password, then an authenticator that takes the secret over and shows a code of it, then the codes for the day on which it is lost. */
export function SetUpSecondStep({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = useWords('wayIn');
  const [offer, setOffer] = useState<SecondFactorOffer | null>(null);
  const begin = useMutation({
    mutationFn: (password: string) => api.post<SecondFactorOffer>('/session/second-factor', { password }),
    onSuccess: setOffer,
  });
  const confirm = useMutation({
    mutationFn: (code: string) => api.put<RecoveryCodes>('/session/second-factor', { code }),
  });
  if (confirm.data !== undefined) return <Recovery codes={confirm.data.codes} onKept={onDone} />;
  if (offer === null)
    return (
      <SecretForm
        fields={[{ name: 'password', label: t('step.password'), autoComplete: 'current-password' }]}
        act={t('step.next')}
        onAct={({ password = '' }) => begin.mutate(password)}
        isPending={begin.isPending}
        error={begin.error}
      />
    );
  return (
    <>
      <p className="dense">{t('step.scan')}</p>
      <QrCode text={offer.uri} label={t('step.qr')} className="second-step-qr" />
      <p className="dense">
        {t('step.secret')} <code className="second-step-secret">{grouped(offer.secret)}</code>
      </p>
      <SecretForm
        key="code"
        fields={[{ name: 'code', label: t('step.code'), autoComplete: 'one-time-code' }]}
        act={t('step.confirm')}
        onAct={({ code = '' }) => confirm.mutate(code)}
        isPending={confirm.isPending}
        error={confirm.error}
      />
    </>
  );
}

/** In fours, to be typed from. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ');

function Recovery({ codes, onKept }: RecoveryCodes & { readonly onKept: () => void }): ReactNode {
  const t = useWords('wayIn');
  const [copied, setCopied] = useState<'step.copied' | 'step.not-copied' | null>(null);
  const copy = async (): Promise<void> => setCopied((await putOnClipboard(codes.join('\n'))) ? 'step.copied' : 'step.not-copied');
  return (
    <section aria-label={t('step.recovery')}>
      <h2>{t('step.recovery')}</h2>
      <p className="dense">{t('step.recovery-why')}</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="second-step-acts">
        <Button onClick={() => void copy()}>{t('step.copy')}</Button>
        <Button type="primary" onClick={onKept}>
          {t('step.kept')}
        </Button>
      </div>
      <p role="status" className="dense">
        {copied === null ? '' : t(copied)}
      </p>
    </section>
  );
}
