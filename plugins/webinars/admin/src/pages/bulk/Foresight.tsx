import { Box, Loader, Typography } from '@strapi/design-system';
import type { BulkForesight, BulkView } from '../../../../contracts/bulk';
import { Failed } from '../../parts/Failed';
import { Notice } from '../../parts/Notice';
import { Panel } from '../../parts/Panel';
import type { LoadState } from '../../use-load';
import { useText } from '../../translate';

/** What it would do now: who changes, who is left and why, who is written to, who moves up. And whether it can be taken back. */
export const Foresight = ({
  bulk,
  loaded: { body, problem, reload },
}: {
  bulk: BulkView;
  loaded: LoadState<{ data: BulkForesight }>;
}) => {
  const text = useText();
  const foresight = body?.data;
  if (!foresight) {
    return problem ? (
      <Failed problem={problem} onRetry={() => void reload()} />
    ) : (
      <Panel title={text('bulk.will')}>
        <Loader small>{text('bulk.foreseeing')}</Loader>
      </Panel>
    );
  }
  const { changed, left, mails, promoted, sessions } = foresight;
  const lines = [
    ...changed.map(({ to, people }) => text('bulk.will.become', { people, state: text(`registration.${to}`) })),
    ...(promoted > 0 ? [text('bulk.will.promote', { people: promoted })] : []),
    ...mails.map(({ kind, people }) => text('bulk.will.mail', { people, mail: text(`kind.${kind}`) })),
    ...(mails.length === 0 && changed.length > 0 ? [text('bulk.will.no_mail')] : []),
  ];
  return (
    <>
      {changed.length === 0 && <Notice tone="warning">{text('bulk.will.nothing')}</Notice>}
      <Panel title={text('bulk.will')}>
        <Typography textColor="neutral600">{text('bulk.in_sessions', { people: bulk.people, sessions })}</Typography>
        {lines.length > 0 && (
          <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
            {lines.map((line) => (
              <li key={line}>
                <Typography textColor="neutral800">{line}</Typography>
              </li>
            ))}
          </Box>
        )}
        {left.length > 0 && (
          <>
            <Typography variant="omega" fontWeight="semiBold" tag="h3">
              {text('bulk.will.leave')}
            </Typography>
            <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
              {left.map(({ reason, people }) => (
                <li key={reason}>
                  <Typography textColor="neutral800">
                    {text('bulk.left_because', { people, reason: text(`bulk.left.${reason}`) })}
                  </Typography>
                </li>
              ))}
            </Box>
          </>
        )}
        <Typography textColor="neutral600">{text(`bulk.before.${bulk.deed}`)}</Typography>
      </Panel>
    </>
  );
};
