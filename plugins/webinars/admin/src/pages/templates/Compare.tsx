import { Button, Flex, Grid, Modal, Typography } from '@strapi/design-system';
import type { TemplateSource } from '../../../../contracts/mail-admin';
import { Plain } from '../../parts/Plain';
import { useText } from '../../translate';

const whole = ({ subject, preheader, body }: TemplateSource) => `${subject}\n${preheader}\n\n${body}`;

const Side = ({ title, source }: { title: string; source: TemplateSource }) => (
  <Grid.Item col={6} xs={12} direction="column" alignItems="stretch" gap={2}>
    <Typography variant="delta" tag="h3">
      {title}
    </Typography>
    <Plain label={title} height={520}>
      {whole(source)}
    </Plain>
  </Grid.Item>
);

/** Two texts of one template side by side, and a way to go on with the other one. */
export const Compare = ({
  mine,
  other,
  title,
  onTake,
  onClose,
}: {
  mine: TemplateSource;
  other: TemplateSource;
  title: string;
  onTake(): void;
  onClose(): void;
}) => {
  const text = useText();
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text('templates.compare')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Grid.Root gap={4}>
            <Side title={text('templates.mine')} source={mine} />
            <Side title={title} source={other} />
          </Grid.Root>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {text('templates.keep_mine')}
          </Button>
          <Flex>
            <Button variant="secondary" onClick={onTake}>
              {text('templates.take_other')}
            </Button>
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
