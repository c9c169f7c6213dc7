import { circle, corners, el, n, path, polygon, rect, type Canvas } from './svg';

/** Draws one idea over the whole canvas. */
export type Motif = (canvas: Canvas) => string;

const stroke = (color: string, width: number, opacity = 1) => ({
  fill: 'none',
  stroke: color,
  'stroke-width': width,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  opacity: opacity === 1 ? undefined : opacity,
});

/** Columns that fall behind a drifting cloud. */
export const cloudBars: Motif = ({ width: w, height: h, random, palette: p }) => {
  const count = 14;
  const step = w / count;
  const bars = Array.from({ length: count }, (_, i) => {
    const tall = h * (0.62 - (i / count) * 0.4 + random.next() * 0.08);
    const fill = i % 5 === 3 ? p.accent : p.bright;
    return rect(i * step + step * 0.16, h - tall, step * 0.68, tall + 12, {
      fill,
      rx: step * 0.1,
      opacity: i % 5 === 3 ? 0.95 : 0.28 + i * 0.02,
    });
  });
  const cloud = (x: number, y: number, s: number, fill: string, opacity: number) =>
    el(
      'g',
      { fill, opacity },
      circle(x, y, s * 0.55, {}),
      circle(x + s * 0.62, y - s * 0.28, s * 0.72, {}),
      circle(x + s * 1.35, y - s * 0.02, s * 0.56, {}),
      rect(x - s * 0.02, y - s * 0.08, s * 1.4, s * 0.62, { rx: s * 0.3 }),
    );
  return [
    ...bars,
    cloud(w * 0.5, h * 0.36, h * 0.24, p.ink, 0.94),
    cloud(w * 0.2, h * 0.24, h * 0.12, p.ink, 0.4),
  ].join('');
};

const gear = (cx: number, cy: number, r: number, teeth: number, turn: number): string => {
  const points: [number, number][] = [];
  for (let i = 0; i < teeth; i += 1) {
    for (const [part, radius] of [
      [0, 0.84],
      [0.22, 0.84],
      [0.32, 1],
      [0.62, 1],
      [0.72, 0.84],
    ] as const) {
      const angle = turn + ((i + part) / teeth) * 2 * Math.PI;
      points.push([cx + r * radius * Math.cos(angle), cy + r * radius * Math.sin(angle)]);
    }
  }
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`;
};

/** Wheels that mesh over a sheet of millimetre paper. */
export const gears: Motif = ({ width: w, height: h, palette: p }) => {
  const grid = Array.from({ length: Math.ceil(w / 40) }, (_, i) =>
    path(`M${i * 40} 0V${h}`, stroke(p.bright, 1, 0.18)),
  ).concat(Array.from({ length: Math.ceil(h / 40) }, (_, i) => path(`M0 ${i * 40}H${w}`, stroke(p.bright, 1, 0.18))));
  const wheel = (x: number, y: number, r: number, teeth: number, turn: number, fill: string) =>
    path(gear(x, y, r, teeth, turn), { fill }) +
    circle(x, y, r * 0.6, { fill: p.deep, opacity: 0.35 }) +
    corners(x, y, r * 0.4, 6, turn)
      .map(([cx, cy]) => circle(cx, cy, r * 0.11, { fill: p.deep, opacity: 0.55 }))
      .join('') +
    circle(x, y, r * 0.16, { fill: p.ink });
  const big = h * 0.36;
  return [
    ...grid,
    wheel(w * 0.4, h * 0.54, big, 18, 0, p.bright),
    wheel(w * 0.4 + big * 1.5, h * 0.54 - big * 0.72, big * 0.7, 12, 0.18, p.accent),
    wheel(w * 0.4 + big * 1.9, h * 0.54 + big * 0.72, big * 0.52, 10, 0.1, p.ink),
  ].join('');
};

/** Layers of points that pass something on. */
export const network: Motif = ({ width: w, height: h, random, palette: p }) => {
  const layers = [4, 6, 7, 5, 3];
  const nodes = layers.map((count, layer) =>
    Array.from({ length: count }, (_, i): [number, number] => [
      w * (0.12 + layer * 0.19),
      h * ((i + 1) / (count + 1)) + (random.next() - 0.5) * h * 0.04,
    ]),
  );
  const lines: string[] = [];
  nodes.slice(0, -1).forEach((layer, index) => {
    for (const [x, y] of layer) {
      for (const [tx, ty] of nodes[index + 1] ?? []) {
        const isLit = random.chance(0.16);
        const bend = (tx - x) / 2;
        lines.push(
          path(
            `M${n(x)} ${n(y)}C${n(x + bend)} ${n(y)} ${n(tx - bend)} ${n(ty)} ${n(tx)} ${n(ty)}`,
            stroke(isLit ? p.accent : p.bright, isLit ? 3 : 1.2, isLit ? 0.9 : 0.35),
          ),
        );
      }
    }
  });
  const dots = nodes.flatMap((layer, index) =>
    layer.map(([x, y]) =>
      circle(x, y, h * (0.018 + 0.012 * Math.sin(index * 0.8 + 0.6)), { fill: random.chance(0.25) ? p.accent : p.ink }),
    ),
  );
  return [...lines, ...dots].join('');
};

/** Sheets of paper, and the one passage that answers. */
export const sheets: Motif = ({ width: w, height: h, random, palette: p }) => {
  const sheet = (x: number, y: number, s: number, turn: number, isFront: boolean) => {
    const lines = Array.from({ length: 9 }, (_, i) => {
      const isAnswer = isFront && (i === 4 || i === 5);
      return rect(s * 0.12, s * (0.16 + i * 0.115), s * (0.5 + random.next() * 0.26), s * 0.05, {
        fill: isAnswer ? p.accent : p.mid,
        rx: s * 0.02,
        opacity: isAnswer ? 1 : 0.35,
      });
    });
    return el(
      'g',
      { transform: `translate(${n(x)} ${n(y)}) rotate(${turn})` },
      rect(0, 0, s, s * 1.28, { fill: p.ink, rx: s * 0.05, opacity: isFront ? 1 : 0.5 }),
      ...lines,
    );
  };
  const s = h * 0.56;
  const glow = [0.9, 0.7, 0.5].map((r) => circle(w * 0.56, h * 0.52, h * r, { fill: p.bright, opacity: 0.13 }));
  return [
    ...glow,
    sheet(w * 0.2, h * 0.24, s * 0.8, -14, false),
    sheet(w * 0.66, h * 0.14, s * 0.8, 13, false),
    sheet(w * 0.5 - s * 0.5, h * 0.14, s, -2, true),
  ].join('');
};

/** A shield woven of fine lines, with a keyhole. */
export const shield: Motif = ({ width: w, height: h, palette: p }) => {
  const cx = w * 0.5;
  const outline = (k: number) => {
    const r = h * 0.4 * k;
    const top = h * 0.5 - r;
    return `M${n(cx)} ${n(top)}L${n(cx + r * 0.86)} ${n(top + r * 0.34)}V${n(top + r * 0.98)}C${n(cx + r * 0.86)} ${n(top + r * 1.5)} ${n(cx + r * 0.4)} ${n(top + r * 1.86)} ${n(cx)} ${n(top + r * 2.04)}C${n(cx - r * 0.4)} ${n(top + r * 1.86)} ${n(cx - r * 0.86)} ${n(top + r * 1.5)} ${n(cx - r * 0.86)} ${n(top + r * 0.98)}V${n(top + r * 0.34)}Z`;
  };
  const rings = [1.9, 1.65, 1.4, 1.18].map((k, i) => path(outline(k), stroke(p.bright, 2, 0.16 + i * 0.1)));
  const r = h * 0.085;
  return [
    ...rings,
    path(outline(1), { fill: p.bright }),
    path(outline(0.86), stroke(p.ink, 3, 0.7)),
    circle(cx, h * 0.46, r, { fill: p.accent }),
    path(
      `M${n(cx - r * 0.42)} ${n(h * 0.48)}L${n(cx - r * 0.7)} ${n(h * 0.68)}H${n(cx + r * 0.7)}L${n(cx + r * 0.42)} ${n(h * 0.48)}Z`,
      { fill: p.accent },
    ),
  ].join('');
};

/** A radar that has found three things. */
export const radar: Motif = ({ width: w, height: h, random, palette: p }) => {
  const cx = w * 0.5;
  const cy = h * 0.56;
  const rings = [0.16, 0.32, 0.48, 0.64, 0.8].map((r) => circle(cx, cy, h * r, stroke(p.bright, 1.5, 0.4)));
  const spokes = corners(cx, cy, h * 0.8, 12).map(([x, y]) =>
    path(`M${n(cx)} ${n(cy)}L${n(x)} ${n(y)}`, stroke(p.bright, 1, 0.2)),
  );
  const reach = h * 0.8;
  const beam = Array.from({ length: 14 }, (_, i) => {
    const a = -1.15 + i * 0.05;
    const b = a + 0.052;
    return path(
      `M${n(cx)} ${n(cy)}L${n(cx + reach * Math.cos(a))} ${n(cy + reach * Math.sin(a))}A${n(reach)} ${n(reach)} 0 0 1 ${n(cx + reach * Math.cos(b))} ${n(cy + reach * Math.sin(b))}Z`,
      {
        fill: p.bright,
        opacity: Math.round((0.05 + i * 0.045) * 100) / 100,
      },
    );
  });
  const found = [
    [0.3, -0.9],
    [0.52, 2.4],
    [0.6, 0.25],
    [0.42, -2.5],
  ].map(([r = 0, a = 0], i) => {
    const x = cx + h * r * Math.cos(a);
    const y = cy + h * r * Math.sin(a);
    return (
      circle(x, y, h * (0.05 + random.next() * 0.02), { fill: p.accent, opacity: 0.3 }) +
      circle(x, y, h * 0.02, { fill: i === 0 ? p.ink : p.accent })
    );
  });
  return [...spokes, ...rings, ...beam, ...found, circle(cx, cy, h * 0.025, { fill: p.ink })].join('');
};

/** Routes between harbours; one of them is late. */
export const routes: Motif = ({ width: w, height: h, random, palette: p }) => {
  const ports: [number, number][] = [
    [0.09, 0.7],
    [0.24, 0.32],
    [0.38, 0.78],
    [0.52, 0.4],
    [0.66, 0.74],
    [0.79, 0.28],
    [0.92, 0.6],
  ].map(([x = 0, y = 0]) => [w * x, h * (y + (random.next() - 0.5) * 0.06)]);
  const waves = Array.from({ length: 11 }, (_, i) => {
    const y = h * (0.06 + i * 0.09);
    return path(
      `M0 ${n(y)}${Array.from({ length: 8 }, () => `q${n(w / 32)} ${n(-h * 0.02)} ${n(w / 16)} 0t${n(w / 16)} 0`).join('')}`,
      stroke(p.bright, 1.5, 0.16),
    );
  });
  const lines: string[] = [];
  ports.forEach(([x, y], i) => {
    for (const j of [i + 1, i + 2]) {
      const to = ports[j];
      if (!to) continue;
      const isLate = i === 1 && j === 3;
      const lift = h * (j - i === 1 ? 0.12 : 0.3) * (i % 2 ? -1 : 1);
      lines.push(
        path(`M${n(x)} ${n(y)}Q${n((x + to[0]) / 2)} ${n((y + to[1]) / 2 + lift)} ${n(to[0])} ${n(to[1])}`, {
          ...stroke(isLate ? p.accent : p.ink, isLate ? 5 : 2, isLate ? 1 : 0.55),
          'stroke-dasharray': isLate ? '14 12' : undefined,
        }),
      );
    }
  });
  const dots = ports.map(
    ([x, y], i) =>
      circle(x, y, h * 0.045, { fill: p.bright }) + circle(x, y, h * 0.022, { fill: i === 3 ? p.accent : p.ink }),
  );
  return [...waves, ...lines, ...dots].join('');
};

/** People far apart, and the arcs between them. */
export const arcs: Motif = ({ width: w, height: h, palette: p }) => {
  const seats = [0.1, 0.27, 0.44, 0.61, 0.78, 0.92];
  const base = h * 0.78;
  const lines: string[] = [];
  seats.forEach((from, i) =>
    seats.slice(i + 1).forEach((to, k) => {
      const r = ((to - from) * w) / 2;
      lines.push(
        path(
          `M${n(from * w)} ${n(base)}A${n(r)} ${n(Math.min(r, h * 0.66))} 0 0 1 ${n(to * w)} ${n(base)}`,
          stroke(k === 1 ? p.accent : p.ink, k === 0 ? 3 : 1.8, k === 1 ? 0.9 : 0.42),
        ),
      );
    }),
  );
  const people = seats.map((x, i) => {
    const s = h * (0.052 + (i % 3) * 0.008);
    const fill = [p.ink, p.accent, p.bright][i % 3] ?? p.ink;
    return (
      path(`M${n(x * w - s * 1.5)} ${n(base + s * 3.4)}a${n(s * 1.5)} ${n(s * 1.6)} 0 0 1 ${n(s * 3)} 0Z`, { fill }) +
      circle(x * w, base + s * 0.7, s, { fill, stroke: p.deep, 'stroke-width': 4 })
    );
  });
  return [rect(0, h * 0.93, w, h * 0.07, { fill: p.deep, opacity: 0.4 }), ...lines, ...people].join('');
};

/** An invoice, its zigzag edge and the fields that matter. */
export const invoice: Motif = ({ width: w, height: h, random, palette: p }) => {
  const s = h * 0.62;
  const x = w * 0.5 - s * 0.5;
  const y = h * 0.1;
  const teeth = 12;
  const edge = Array.from(
    { length: teeth },
    (_, i) =>
      `l${n(-s / teeth / 2)} ${n(i % 2 ? -s * 0.05 : s * 0.05)}l${n(-s / teeth / 2)} ${n(i % 2 ? s * 0.05 : -s * 0.05)}`,
  ).join('');
  const paper = path(`M${n(x)} ${n(y)}h${n(s)}v${n(s * 1.22)}${edge}Z`, { fill: p.ink });
  const fields = Array.from({ length: 6 }, (_, i) => {
    const top = y + s * (0.36 + i * 0.12);
    const isChecked = i === 1 || i === 4;
    return (
      rect(x + s * 0.1, top, s * (0.3 + random.next() * 0.2), s * 0.045, { fill: p.mid, opacity: 0.4, rx: 3 }) +
      rect(x + s * 0.72, top, s * 0.18, s * 0.045, {
        fill: isChecked ? p.accent : p.mid,
        opacity: isChecked ? 1 : 0.4,
        rx: 3,
      })
    );
  });
  const code = Array.from({ length: 16 }, (_, i) =>
    rect(x + s * (0.1 + i * 0.022), y + s * 0.12, s * (random.chance(0.5) ? 0.008 : 0.014), s * 0.13, { fill: p.deep }),
  );
  const brackets = [0.14, 0.24, 0.34].map((d, i) => {
    const k = h * 0.1;
    const left = x - w * d;
    const right = x + s + w * d;
    return (
      path(
        `M${n(left + k * 0.5)} ${n(h * 0.5 - k)}L${n(left)} ${n(h * 0.5)}L${n(left + k * 0.5)} ${n(h * 0.5 + k)}`,
        stroke(p.bright, 10, 0.75 - i * 0.22),
      ) +
      path(
        `M${n(right - k * 0.5)} ${n(h * 0.5 - k)}L${n(right)} ${n(h * 0.5)}L${n(right - k * 0.5)} ${n(h * 0.5 + k)}`,
        stroke(p.bright, 10, 0.75 - i * 0.22),
      )
    );
  });
  const seal =
    circle(x + s * 0.92, y + s * 1.1, s * 0.15, { fill: p.accent }) +
    path(
      `M${n(x + s * 0.85)} ${n(y + s * 1.1)}l${n(s * 0.05)} ${n(s * 0.055)}l${n(s * 0.095)} ${n(-s * 0.1)}`,
      stroke(p.ink, 8),
    );
  return [...brackets, paper, ...code, ...fields, seal].join('');
};

/** A stream of orders, and the loop in which some of them turn. */
export const streams: Motif = ({ width: w, height: h, random, palette: p }) => {
  const count = 22;
  const lines = Array.from({ length: count }, (_, i) => {
    const from = h * (0.1 + (i / count) * 0.8);
    const middle = h * (0.42 + (i / count) * 0.16);
    const to = h * (0.06 + (((i * 7) % count) / count) * 0.88);
    return path(
      `M-10 ${n(from)}C${n(w * 0.22)} ${n(from)} ${n(w * 0.26)} ${n(middle)} ${n(w * 0.42)} ${n(middle)}S${n(w * 0.72)} ${n(to)} ${n(w + 10)} ${n(to)}`,
      stroke(random.chance(0.3) ? p.ink : p.bright, 2.2, 0.5),
    );
  });
  const loop = Array.from({ length: 5 }, (_, i) => {
    const r = h * (0.15 + i * 0.022);
    return path(
      `M${n(w * 0.42)} ${n(h * 0.5)}c${n(r * 1.3)} 0 ${n(r * 1.7)} ${n(-r * 1.9)} ${n(r * 0.4)} ${n(-r * 1.9)}s${n(-r * 1.3)} ${n(r * 1.9)} 0 ${n(r * 1.9)}`,
      stroke(p.accent, 4, 1 - i * 0.15),
    );
  });
  return [...lines, ...loop, circle(w * 0.42, h * 0.5, h * 0.04, { fill: p.ink })].join('');
};

/** Leaves along a curve that rises. */
export const leaves: Motif = ({ width: w, height: h, random, palette: p }) => {
  const hills = [0.86, 0.76, 0.66].map((y, i) =>
    path(
      `M0 ${n(h * y)}C${n(w * 0.3)} ${n(h * (y - 0.16))} ${n(w * 0.55)} ${n(h * (y + 0.1))} ${n(w)} ${n(h * (y - 0.14))}V${h}H0Z`,
      { fill: i === 2 ? p.bright : p.mid, opacity: 0.26 },
    ),
  );
  const at = (t: number): [number, number] => [w * (0.12 + t * 0.72), h * (0.84 - t * t * 0.28 - t * 0.3)];
  const leaf = (x: number, y: number, s: number, turn: number, fill: string) =>
    el(
      'g',
      { transform: `translate(${n(x)} ${n(y)}) rotate(${n(turn)})` },
      path(
        `M0 0C${n(s * 0.3)} ${n(-s * 0.5)} ${n(s * 0.9)} ${n(-s * 0.45)} ${n(s * 1.3)} 0C${n(s * 0.9)} ${n(s * 0.45)} ${n(s * 0.3)} ${n(s * 0.5)} 0 0Z`,
        { fill },
      ),
      path(`M${n(s * 0.1)} 0H${n(s * 1.1)}`, stroke(p.deep, 2, 0.35)),
    );
  const stem = `M${Array.from({ length: 20 }, (_, i) =>
    at(i / 19)
      .map(n)
      .join(' '),
  ).join('L')}`;
  const all = Array.from({ length: 9 }, (_, i) => {
    const [x, y] = at(0.1 + i * 0.11);
    return leaf(
      x,
      y,
      h * (0.13 + random.next() * 0.06),
      (i % 2 ? 42 : -112) + random.next() * 16,
      i === 5 ? p.accent : i % 2 ? p.ink : p.bright,
    );
  });
  return [
    circle(w * 0.8, h * 0.24, h * 0.15, { fill: p.accent, opacity: 0.85 }),
    ...hills,
    path(stem, stroke(p.ink, 5)),
    ...all,
  ].join('');
};

/** Discs of a database, drawn as one stack each. */
export const stacks: Motif = ({ width: w, height: h, random, palette: p }) => {
  const disc = (x: number, y: number, r: number, tall: number, fill: string, top: string) =>
    path(`M${n(x - r)} ${n(y)}v${n(tall)}a${n(r)} ${n(r * 0.34)} 0 0 0 ${n(r * 2)} 0v${n(-tall)}Z`, { fill }) +
    el('ellipse', { cx: x, cy: y, rx: r, ry: r * 0.34, fill: top });
  const columns = [
    [0.16, 2],
    [0.34, 4],
    [0.52, 5],
    [0.7, 3],
    [0.87, 1],
  ] as const;
  const drawn = columns.flatMap(([x, count]) => {
    const r = h * 0.135;
    const tall = h * 0.1;
    const lit = random.between(0, count - 1);
    return Array.from({ length: count }, (_, i) =>
      disc(w * x, h * 0.78 - i * tall * 1.28, r, tall, i === lit ? p.accent : p.mid, i === lit ? p.ink : p.bright),
    );
  });
  const links = columns.slice(0, -1).map(([x], i) =>
    path(`M${n(w * x + h * 0.135)} ${n(h * 0.84)}H${n(w * (columns[i + 1]?.[0] ?? 1) - h * 0.135)}`, {
      ...stroke(p.ink, 3, 0.6),
      'stroke-dasharray': '2 10',
    }),
  );
  return [...links, ...drawn].join('');
};

/** Steps towards a morning. */
export const steps: Motif = ({ width: w, height: h, palette: p }) => {
  const rays = corners(w * 0.74, h * 0.4, h * 1.3, 28, 0.05).map(([x, y], i) =>
    i % 2 ? '' : path(`M${n(w * 0.74)} ${n(h * 0.4)}L${n(x)} ${n(y)}`, stroke(p.bright, 14, 0.14)),
  );
  const count = 7;
  const stairs = Array.from({ length: count }, (_, i) => {
    const x = (w / count) * i;
    const y = h * (0.9 - i * 0.082);
    return rect(x, y, w / count + 1, h - y + 2, {
      fill: i === count - 2 ? p.accent : p.ink,
      opacity: i === count - 2 ? 1 : 0.18 + i * 0.1,
    });
  });
  return [
    ...rays,
    circle(w * 0.74, h * 0.4, h * 0.24, { fill: p.accent, opacity: 0.35 }),
    circle(w * 0.74, h * 0.4, h * 0.17, { fill: p.accent }),
    ...stairs,
  ].join('');
};

/** Triangles of value, few of them bright. */
export const facets: Motif = ({ width: w, height: h, random, palette: p }) => {
  const s = h / 4.5;
  const tall = (s * Math.sqrt(3)) / 2;
  const out: string[] = [];
  for (let row = -1; row * tall < h + tall; row += 1) {
    for (let column = -1; column * (s / 2) < w + s; column += 1) {
      const x = column * (s / 2);
      const y = row * tall;
      const isUp = (row + column) % 2 === 0;
      const nearness = 1 - Math.min(1, Math.hypot(x - w * 0.62, (y - h * 0.46) * 1.2) / (w * 0.56));
      const isLit = random.chance(nearness * 0.22);
      const fill = isLit ? p.accent : random.chance(nearness * 0.5) ? p.ink : p.bright;
      const opacity = isLit ? 0.95 : Math.round((0.06 + nearness * 0.6 * random.next()) * 100) / 100;
      out.push(
        polygon(
          isUp
            ? [
                [x, y + tall],
                [x + s, y + tall],
                [x + s / 2, y],
              ]
            : [
                [x, y],
                [x + s, y],
                [x + s / 2, y + tall],
              ],
          { fill, opacity },
        ),
      );
    }
  }
  return out.join('');
};

/** Islands in a ring, bridges optional. */
export const ring: Motif = ({ width: w, height: h, random, palette: p }) => {
  const cx = w * 0.5;
  const cy = h * 0.5;
  const halo = [0.46, 0.38, 0.3].map((r, i) => circle(cx, cy, h * r, stroke(p.bright, 2 + i * 8, 0.5 - i * 0.14)));
  const chairs = corners(cx, cy, h * 0.38, 12, -Math.PI / 2);
  const seats = chairs.map(([x, y], i) =>
    circle(x, y, h * (0.045 + random.next() * 0.018), { fill: i % 4 === 1 ? p.accent : p.ink }),
  );
  const talk = [
    [0, 5],
    [2, 7],
    [4, 9],
    [1, 8],
    [3, 10],
    [6, 11],
  ].map(([a = 0, b = 0], i) => {
    const from = chairs[a] ?? [cx, cy];
    const to = chairs[b] ?? [cx, cy];
    return path(
      `M${n(from[0])} ${n(from[1])}Q${n(cx)} ${n(cy)} ${n(to[0])} ${n(to[1])}`,
      stroke(i === 3 ? p.accent : p.ink, i === 3 ? 4 : 2, i === 3 ? 1 : 0.35),
    );
  });
  const far = Array.from({ length: 26 }, () => {
    const x = random.next() * w;
    return Math.abs(x - cx) < h * 0.52
      ? ''
      : circle(x, random.next() * h, 2 + random.next() * 5, { fill: p.bright, opacity: 0.5 });
  });
  return [...far, ...halo, ...talk, ...seats].join('');
};

/** A balance of blocks. */
export const balance: Motif = ({ width: w, height: h, palette: p }) => {
  const pivot = [w * 0.5, h * 0.8] as const;
  const block = (x: number, y: number, s: number, fill: string) => rect(x, y - s, s, s, { fill, rx: s * 0.08 });
  return [
    polygon(
      [
        [pivot[0], pivot[1] - h * 0.2],
        [pivot[0] - h * 0.16, pivot[1]],
        [pivot[0] + h * 0.16, pivot[1]],
      ],
      { fill: p.ink },
    ),
    el(
      'g',
      { transform: `rotate(-5 ${n(w * 0.5)} ${n(h * 0.6)})` },
      rect(w * 0.14, h * 0.575, w * 0.72, h * 0.03, { fill: p.ink, rx: 6 }),
      block(w * 0.18, h * 0.575, h * 0.2, p.bright),
      block(w * 0.18 + h * 0.22, h * 0.575, h * 0.12, p.accent),
      block(w * 0.66, h * 0.575, h * 0.3, p.accent),
      block(w * 0.66 + h * 0.06, h * 0.265, h * 0.16, p.bright),
    ),
  ].join('');
};

/** Small squares that learned a pattern. */
export const pixels: Motif = ({ width: w, height: h, random, palette: p }) => {
  const s = h / 10;
  const out: string[] = [];
  for (let y = 0; y < 10; y += 1) {
    for (let x = 0; x * s < w; x += 1) {
      const isOrder = (x + y * 2) % 5 === 0;
      const opacity = Math.round((isOrder ? 0.9 : random.next() * 0.25) * 100) / 100;
      out.push(
        rect(x * s + s * 0.12, y * s + s * 0.12, s * 0.76, s * 0.76, {
          fill: isOrder ? (random.chance(0.2) ? p.accent : p.ink) : p.bright,
          rx: s * 0.14,
          opacity,
        }),
      );
    }
  }
  return out.join('');
};
