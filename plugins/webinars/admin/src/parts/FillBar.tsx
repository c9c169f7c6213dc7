import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

const Track = styled(Box)`
  height: 0.8rem;
  min-width: 6rem;
  overflow: hidden;
`;

/** How full something is. It repeats what a text beside it says, so assistive technology skips it. */
export const FillBar = ({ share, isFull }: { share: number; isFull: boolean }) => (
  <Track background="neutral200" hasRadius aria-hidden>
    <Box
      background={isFull ? 'warning500' : 'primary600'}
      height="100%"
      style={{ width: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }}
    />
  </Track>
);
