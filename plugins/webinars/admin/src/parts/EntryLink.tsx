import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { entryPath } from '../content-manager';
import { useMay } from '../use-may';
import { TextLink } from './TextLink';

// Titles are long and columns narrow: a title is worth a second line.
const Title = styled(TextLink)`
  overflow-wrap: anywhere;
  white-space: normal;
`;

/** An entry of ours by its name, with a way to it for those who may open it. */
export const EntryLink = ({ uid, documentId, children }: { uid: string; documentId: string; children: string }) =>
  useMay('read', uid) ? (
    <Title to={entryPath(uid, documentId)}>{children}</Title>
  ) : (
    <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
      {children}
    </Typography>
  );
