import { Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { entryPath } from '../content-manager';
import { useMay } from '../use-may';

/** An entry of ours by its name, with a way to it for those who may open it. */
export const EntryLink = ({ uid, documentId, children }: { uid: string; documentId: string; children: string }) =>
  useMay('read', uid) ? (
    <Link tag={NavLink} to={entryPath(uid, documentId)}>
      {children}
    </Link>
  ) : (
    <Typography textColor="neutral800">{children}</Typography>
  );
