import { useState } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Button, Flex, Grid, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, Pencil } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { NavLink, useParams } from 'react-router-dom';
import type { RosterDetail } from '../../../../contracts/roster';
import { REGISTRATION } from '../../content-manager';
import { PartnerRecordsPanel } from '../../panels/PartnerRecords';
import { Failed } from '../../parts/Failed';
import { History } from '../../parts/History';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import { Screen } from '../../parts/Screen';
import { registrationsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useLoad } from '../../use-load';
import { useMayDo } from '../../use-may';
import { Actions } from './Actions';
import { Decide } from './Decide';
import { EditDialog } from './EditDialog';
import { Answers, Attendance, Consents, Mails, Payment, Person, Standing } from './Known';
import { ROSTER_PATH } from './paths';
import { nameOf } from './words';

/** Where it stands with partners, as beside the Content Manager's form. */
const Partners = ({ documentId }: { documentId: string }) => {
  const shown = PartnerRecordsPanel({ model: REGISTRATION, documentId });
  return shown && <Panel title={shown.title}>{shown.content}</Panel>;
};

const Detail = ({ registration, reload }: { registration: RosterDetail; reload(): void }) => {
  const text = useText();
  const mayManage = useMayDo(PERMISSIONS.manageRegistrations);
  const seesHistory = useMayDo(PERMISSIONS.readHistory);
  const [isEditing, setIsEditing] = useState(false);
  const { documentId, person, internalNotes, revision } = registration;
  const edit = mayManage && (
    <Button variant="secondary" size="S" startIcon={<Pencil />} onClick={() => setIsEditing(true)}>
      {text('edit.edit')}
    </Button>
  );
  return (
    <>
      {registration.can.decide && <Decide registration={registration} onDone={reload} />}
      {person.bounce && (
        <Notice tone="danger" title={text('roster.bounced')}>
          {person.bounce.words ?? text('mails.address_bounced_hint')}
        </Notice>
      )}
      <Grid.Root gap={4}>
        <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch" gap={4}>
          <Person registration={registration} action={edit} />
          <Answers registration={registration} />
          <Attendance registration={registration} />
          <Mails registration={registration} />
          {seesHistory && (
            <Panel title={text('nav.history')}>
              <History key={revision} filters={{ registration: documentId }} />
            </Panel>
          )}
        </Grid.Item>
        <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch" gap={4}>
          <Actions registration={registration} onDone={reload} />
          <Standing registration={registration} />
          <Panel title={text('edit.internalNotes')}>
            <Typography textColor={internalNotes ? 'neutral800' : 'neutral600'} style={{ whiteSpace: 'pre-wrap' }}>
              {internalNotes ?? text('roster.no_notes')}
            </Typography>
          </Panel>
          <Payment registration={registration} />
          <Consents registration={registration} />
          <Partners documentId={documentId} />
        </Grid.Item>
      </Grid.Root>
      {isEditing && (
        <EditDialog
          registration={registration}
          onClose={() => {
            setIsEditing(false);
            reload();
          }}
          onSaved={() => {
            setIsEditing(false);
            reload();
          }}
        />
      )}
    </>
  );
};

const DetailPage = () => {
  const text = useText();
  const { locale } = useIntl();
  const { documentId = '' } = useParams();
  const { body, isFresh, isLoading, problem, reload } = useLoad<{ data: RosterDetail }>(
    `${ROSTER_PATH}/${documentId}`,
    { titles: locale.startsWith('de') ? 'de' : 'en' },
  );
  const registration = isFresh ? body?.data : undefined;
  const back = (
    <Link tag={NavLink} to={registrationsPath()} startIcon={<ArrowLeft />}>
      {text('roster.all')}
    </Link>
  );
  if (problem && !registration) {
    return (
      <Screen title={text('roster.registration')} navigationAction={back}>
        <Failed problem={problem} onRetry={() => void reload()} />
      </Screen>
    );
  }
  if (!registration) return <Page.Loading>{text('roster.loading_one')}</Page.Loading>;
  return (
    <Screen
      title={nameOf(registration.person)}
      subtitle={
        <Flex gap={2} wrap="wrap">
          <Typography textColor="neutral600">{registration.session.title}</Typography>
        </Flex>
      }
      navigationAction={back}
      isBusy={isLoading}
    >
      <Detail key={documentId} registration={registration} reload={() => void reload()} />
    </Screen>
  );
};

/** One registration: who it is, where they stand, and what can be done about it. */
export const ProtectedRegistrationPage = () => (
  <Page.Protect permissions={PERMISSIONS.readRegistrations}>
    <DetailPage />
  </Page.Protect>
);
