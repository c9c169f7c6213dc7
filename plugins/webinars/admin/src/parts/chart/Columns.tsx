import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import { useIntl } from 'react-intl';
import { useTheme } from 'styled-components';
import { useWidth } from '../../use-width';

const HEIGHT = 300;
const MARGIN = { top: 8, right: 4, bottom: 56, left: 56 };
const LABEL_WIDTH = 64;

type Column = {
  key: string;
  /** Under the column, where there is room. */
  label: string;
  /** What one reads who points at it. */
  name: string;
  value: number;
};

/** Counts side by side, on two axes that say what they are. */
export const Columns = ({
  columns,
  title,
  describedBy,
  xLabel,
  yLabel,
}: {
  columns: Column[];
  title: string;
  describedBy: string;
  xLabel: string;
  yLabel: string;
}) => {
  const { colors } = useTheme();
  const { formatNumber } = useIntl();
  const { ref, width } = useWidth<HTMLDivElement>();
  const inner = { width: Math.max(0, width - MARGIN.left - MARGIN.right), height: HEIGHT - MARGIN.top - MARGIN.bottom };
  const x = scaleBand({ domain: columns.map(({ key }) => key), range: [0, inner.width], padding: 0.2 });
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const y = scaleLinear({ domain: [0, most], range: [inner.height, 0], nice: 4 });
  // Of people there is no half.
  const yTicks = y.ticks(4).filter(Number.isInteger);
  const every = Math.max(1, Math.ceil((columns.length * LABEL_WIDTH) / Math.max(1, inner.width)));
  const labels = new Map(columns.map(({ key, label }) => [key, label]));
  const words = { fill: colors.neutral600, fontSize: 12, fontFamily: 'inherit' };
  const axis = { fill: colors.neutral600, fontSize: 12, fontFamily: 'inherit', fontWeight: 600 };
  return (
    <div ref={ref} style={{ width: '100%', minHeight: HEIGHT }}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={title} aria-describedby={describedBy}>
          <Group left={MARGIN.left} top={MARGIN.top}>
            {yTicks.map((tick) => (
              <line
                key={tick}
                x1={0}
                x2={inner.width}
                y1={y(tick)}
                y2={y(tick)}
                stroke={tick === 0 ? colors.neutral500 : colors.neutral200}
              />
            ))}
            {columns.map(({ key, name, value }) => (
              <Group key={key}>
                <title>{name}</title>
                {/* The whole height can be pointed at, also where the column is low. */}
                <Bar x={x(key)} y={0} width={x.bandwidth()} height={inner.height} fill="transparent" />
                <Bar
                  x={x(key)}
                  y={Math.min(y(value), value > 0 ? inner.height - 2 : inner.height)}
                  width={x.bandwidth()}
                  height={value > 0 ? Math.max(2, inner.height - y(value)) : 0}
                  fill={colors.primary600}
                />
              </Group>
            ))}
            <AxisLeft
              scale={y}
              tickValues={yTicks}
              tickFormat={(value) => formatNumber(Number(value))}
              hideAxisLine
              hideTicks
              label={yLabel}
              labelOffset={36}
              labelProps={axis}
              tickLabelProps={{ ...words, textAnchor: 'end', dx: -4, dy: 4 }}
            />
            <AxisBottom
              top={inner.height}
              scale={x}
              tickValues={columns.filter((_, index) => index % every === 0).map(({ key }) => key)}
              tickFormat={(key) => labels.get(key) ?? ''}
              hideAxisLine
              tickStroke={colors.neutral500}
              label={xLabel}
              labelOffset={10}
              labelProps={{ ...axis, textAnchor: 'middle' }}
              tickLabelProps={{ ...words, textAnchor: 'middle' }}
            />
          </Group>
        </svg>
      )}
    </div>
  );
};
