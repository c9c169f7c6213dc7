import { Typography } from '@strapi/design-system';
import { TextLink } from '../../parts/TextLink';
import { sessionPath } from '../../paths';
import { PERMISSIONS } from '../../permissions';
import { useMayDo } from '../../use-may';

/** A session by its name, with a way to the part of its page that it is about. */
export const SessionLink = ({
  session: { documentId, title },
  tab,
}: {
  session: { documentId: string; title: string };
  tab?: string;
}) =>
  useMayDo(PERMISSIONS.readSessions) ? (
    <TextLink to={sessionPath(documentId, tab)}>{title}</TextLink>
  ) : (
    <Typography textColor="neutral800">{title}</Typography>
  );
