import { useState } from 'react';
import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Download, PaperPlane, Pencil, Upload, User } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { SessionPage } from '../../../../contracts/session-page';
import { entryPath, SESSION } from '../../content-manager';
import { importsPath, newMessagePath, registrationsPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useText } from '../../translate';
import { useMay, useMayDo } from '../../use-may';
import { ExportDialog } from '../bulk/ExportDialog';
import { Deeds } from './Deeds';

/** What can be done with the session as a whole. */
export const Actions = ({ session, onChanged }: { session: SessionPage; onChanged(): void }) => {
  const { documentId } = session;
  const text = useText();
  const edits = useMay('update', SESSION);
  const maySend = useMayDo(PERMISSIONS.sendMails);
  const mayImport = useMayDo(PERMISSIONS.importRegistrations);
  const seesPeople = useMayDo(PERMISSIONS.readRegistrations);
  const mayExport = useMayDo(PERMISSIONS.exportRegistrations);
  const [isExporting, setIsExporting] = useState(false);
  return (
    <Flex gap={2} wrap="wrap">
      {seesPeople && (
        <LinkButton
          tag={NavLink}
          to={registrationsPath({ sessions: documentId })}
          variant="tertiary"
          startIcon={<User />}
        >
          {text('session.registrations')}
        </LinkButton>
      )}
      {mayImport && (
        <LinkButton tag={NavLink} to={importsPath({ session: documentId })} variant="tertiary" startIcon={<Upload />}>
          {text('session.import')}
        </LinkButton>
      )}
      {maySend && (
        <LinkButton tag={NavLink} to={newMessagePath(documentId)} variant="tertiary" startIcon={<PaperPlane />}>
          {text('panel.write')}
        </LinkButton>
      )}
      {mayExport && (
        <Button variant="tertiary" startIcon={<Download />} onClick={() => setIsExporting(true)}>
          {text('export.attendance_list')}
        </Button>
      )}
      {isExporting && (
        <ExportDialog
          format="pdf"
          which={(format) => ({
            filter: { sessions: documentId, ...(format === 'pdf' && { states: 'confirmed,attended,no_show' }) },
          })}
          onClose={() => setIsExporting(false)}
        />
      )}
      <Deeds session={session} onChanged={onChanged} />
      {edits && (
        <LinkButton tag={NavLink} to={entryPath(SESSION, documentId)} startIcon={<Pencil />}>
          {text('session.edit')}
        </LinkButton>
      )}
    </Flex>
  );
};
