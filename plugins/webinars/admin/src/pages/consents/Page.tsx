import { useState } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Typography } from '@strapi/design-system';
import type { ConsentTexts } from '../../../../contracts/consents';
import { Failed } from '../../parts/Failed';
import { LeaveGuard } from '../../parts/LeaveGuard';
import { Screen } from '../../parts/Screen';
import { TextLink } from '../../parts/TextLink';
import { brandPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useMayDo } from '../../use-may';
import { CONSENTS_API } from './api';
import { ConsentPanel } from './ConsentPanel';

const ConsentsPage = () => {
  const text = useText();
  const maySetMails = useMayDo(PERMISSIONS.setMails);
  const { body, problem, reload } = useLoad<{ data: ConsentTexts[] }>(CONSENTS_API);
  const [writing, setWriting] = useState<ReadonlySet<string>>(new Set());
  const noteWriting = (consent: string, isWriting: boolean) =>
    setWriting((before) => {
      const next = new Set(before);
      if (isWriting) next.add(consent);
      else next.delete(consent);
      return next;
    });
  if (!body && !problem) return <Page.Loading>{text('settings.loading')}</Page.Loading>;
  return (
    <Screen title={text('nav.consents')} subtitle={text('consents.subtitle')}>
      <LeaveGuard when={writing.size > 0} />
      {!body && problem && <Failed problem={problem} onRetry={() => void reload()} />}
      {body && (
        <>
          <Typography textColor="neutral600">{text('consents.how')}</Typography>
          {maySetMails && <TextLink to={brandPath}>{text('consents.to_links')}</TextLink>}
          {body.data.map((texts) => (
            <ConsentPanel
              key={texts.consent}
              texts={texts}
              onChanged={reload}
              onWriting={(isWriting) => noteWriting(texts.consent, isWriting)}
            />
          ))}
        </>
      )}
    </Screen>
  );
};

/** The words that people agree to, with every version there was. */
export const ProtectedConsentsPage = () => (
  <Page.Protect permissions={PERMISSIONS.setProgramme}>
    <ConsentsPage />
  </Page.Protect>
);
