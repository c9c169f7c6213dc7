import { useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check, Cross, Download, PaperPlane } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { BulkView, StaffDeed } from '../../../../contracts/bulk';
import type { SelectedPeople } from '../../../../contracts/messages';
import type { RosterCount } from '../../../../contracts/roster';
import { bulkPath, newMessageToPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useDeed } from '../../use-deed';
import { useMayDo } from '../../use-may';
import { ExportDialog } from '../bulk/ExportDialog';
import { rightOf } from '../bulk/right';
import { MOST_PICKED } from './selection';
import type { List } from './use-list';
import type { Picking } from './use-selection';

/** What can be done with those who are picked, by who may. Nothing is done here: each leads to a page that says first what it would do. */
export const BulkBar = ({ picking, list, total }: { picking: Picking; list: List; total: RosterCount }) => {
  const text = useText();
  const navigate = useNavigate();
  const { post } = useFetchClient();
  const { perform, isBusy } = useDeed();
  const [busy, setBusy] = useState<string | null>(null);
  const [isExporting, setIsExporting] = useState(false);
  const maySend = useMayDo(PERMISSIONS.sendMails);
  const mayDecide = useMayDo(PERMISSIONS.decideRegistrations);
  const mayManage = useMayDo(PERMISSIONS.manageRegistrations);
  const mayExport = useMayDo(PERMISSIONS.exportRegistrations);
  const { ids, isAll } = picking.selection;
  if (!isAll && ids.length === 0) return null;

  const which = () => (isAll ? { filter: list.values } : { ids });
  const begin = async (name: string, open: () => Promise<string>) => {
    setBusy(name);
    const path = await perform(open);
    setBusy(null);
    if (path !== null) navigate(path);
  };
  const choose = (deed: StaffDeed) => () =>
    void begin(deed, async () => {
      const { data } = await post<{ data: BulkView }>(`/webinars-admin/bulk/${rightOf(deed)}`, {
        deed,
        which: which(),
      });
      return bulkPath(data.data.id);
    });
  const write = () =>
    void begin('mail', async () => {
      const { data } = await post<{ data: SelectedPeople }>('/webinars-admin/messages/selections', which());
      return newMessageToPath(data.data.selection);
    });
  const button = (name: string) => ({ size: 'S' as const, loading: busy === name, disabled: isBusy && busy !== name });

  return (
    <Box
      tag="section"
      aria-label={text('bulk.with_picked')}
      background="primary100"
      borderColor="primary200"
      hasRadius
      padding={3}
    >
      <Flex gap={4} wrap="wrap" justifyContent="space-between">
        <Flex gap={3} wrap="wrap">
          <Typography role="status" fontWeight="semiBold" textColor="neutral800">
            {isAll
              ? text(total.isMore ? 'bulk.all_of_more' : 'bulk.all_of', { count: total.count })
              : text('bulk.picked', { count: ids.length })}
          </Typography>
          {!isAll && (total.isMore || total.count > ids.length) && (
            <Button variant="ghost" size="S" onClick={picking.all}>
              {text(total.isMore ? 'bulk.pick_all_of_more' : 'bulk.pick_all', { count: total.count })}
            </Button>
          )}
          <Button variant="ghost" size="S" onClick={picking.clear}>
            {text('bulk.pick_nobody')}
          </Button>
          {ids.length === MOST_PICKED && <Typography textColor="neutral800">{text('bulk.most_picked')}</Typography>}
        </Flex>
        <Flex gap={2} wrap="wrap">
          {maySend && (
            <Button {...button('mail')} variant="secondary" startIcon={<PaperPlane />} onClick={write}>
              {text('bulk.do.mail')}
            </Button>
          )}
          {mayDecide && (
            <>
              <Button {...button('approve')} variant="secondary" onClick={choose('approve')}>
                {text('bulk.do.approve')}
              </Button>
              <Button {...button('reject')} variant="secondary" onClick={choose('reject')}>
                {text('bulk.do.reject')}
              </Button>
            </>
          )}
          {mayManage && (
            <>
              <Button {...button('attended')} variant="secondary" startIcon={<Check />} onClick={choose('attended')}>
                {text('bulk.do.attended')}
              </Button>
              <Button {...button('no_show')} variant="secondary" startIcon={<Cross />} onClick={choose('no_show')}>
                {text('bulk.do.no_show')}
              </Button>
              <Button {...button('cancel')} variant="danger-light" onClick={choose('cancel')}>
                {text('bulk.do.cancel')}
              </Button>
            </>
          )}
          {mayExport && (
            <Button size="S" variant="secondary" startIcon={<Download />} onClick={() => setIsExporting(true)}>
              {text('export.open')}
            </Button>
          )}
        </Flex>
      </Flex>
      {isExporting && <ExportDialog which={which} list={list} onClose={() => setIsExporting(false)} />}
    </Box>
  );
};
