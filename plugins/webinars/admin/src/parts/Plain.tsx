import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

const Text = styled.pre`
  margin: 0;
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: 'Menlo', 'Consolas', 'DejaVu Sans Mono', monospace;
  font-size: 1.2rem;
  line-height: 1.6;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

/** Text as it is, letter by letter. Long ones scroll, by keyboard too. */
export const Plain = ({ label, children, height = 640 }: { label: string; children: string; height?: number }) => (
  <Box
    background="neutral100"
    borderColor="neutral150"
    hasRadius
    padding={4}
    overflow="auto"
    maxHeight={`${height}px`}
    role="region"
    aria-label={label}
    tabIndex={0}
  >
    <Text>{children}</Text>
  </Box>
);
