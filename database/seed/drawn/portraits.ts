import { circle, el, path, picture, rect } from './svg';

/** How a speaker is drawn: a calm silhouette rather than a likeness. */
export type Likeness = {
  initials: string;
  colors: readonly string[];
  skin: string;
  hair: string;
  cut: 'short' | 'crop' | 'bob' | 'long' | 'bun' | 'curls' | 'bald';
  clothes: string;
  collar: 'blazer' | 'shirt' | 'round';
  glasses?: true;
  beard?: true;
};

const hairBehind = ({ cut, hair }: Likeness): string => {
  if (cut === 'bob')
    return path('M118 176c-6-70 38-106 82-106s88 36 82 106c-2 30 4 52 0 72c-30 14-134 14-164 0c-4-20 2-42 0-72Z', {
      fill: hair,
    });
  if (cut === 'long')
    return path('M116 180c-6-74 38-112 84-112s90 38 84 112c-2 46 18 92 6 128c-50 18-130 18-180 0c-12-36 8-82 6-128Z', {
      fill: hair,
    });
  if (cut === 'bun')
    return (
      circle(200, 66, 34, { fill: hair }) +
      path('M122 180c-8-74 36-106 78-106s86 32 78 106c-18 26-138 26-156 0Z', { fill: hair })
    );
  if (cut === 'curls') {
    return [
      [138, 132],
      [160, 100],
      [200, 84],
      [240, 100],
      [262, 132],
      [272, 170],
      [128, 170],
      [134, 206],
      [266, 206],
    ]
      .map(([x = 0, y = 0]) => circle(x, y, 36, { fill: hair }))
      .join('');
  }
  return '';
};

const hairBefore = ({ cut, hair }: Likeness): string => {
  switch (cut) {
    case 'short':
      return path('M130 178c-10-64 26-102 72-102s80 34 68 104c-6-24-14-40-26-52c-34 8-62 4-84-10c-14 12-26 30-30 60Z', {
        fill: hair,
      });
    case 'crop':
      return path('M132 164c-4-54 28-84 68-84s72 30 68 84c-6-20-12-30-20-38c-30-10-66-10-96 0c-8 8-14 18-20 38Z', {
        fill: hair,
      });
    case 'bob':
      return path('M132 184c0-50 10-78 34-92c34 30 66 40 102 42c2 14 2 32 0 50c10-76-22-110-68-110s-78 34-68 110Z', {
        fill: hair,
      });
    case 'long':
      return path('M132 190c-2-48 20-80 70-98c40 16 68 50 66 98c12-80-20-116-68-116s-80 36-68 116Z', { fill: hair });
    case 'bun':
      return path('M132 172c6-46 28-66 68-70c40 4 62 24 68 70c10-66-24-98-68-98s-78 32-68 98Z', { fill: hair });
    case 'curls':
      return [
        [160, 112],
        [188, 98],
        [218, 98],
        [244, 114],
      ]
        .map(([x = 0, y = 0]) => circle(x, y, 22, { fill: hair }))
        .join('');
    case 'bald':
      return '';
  }
};

const clothing = ({ collar, clothes, skin }: Likeness): string => {
  const body = path('M56 400c2-78 42-112 104-122c14 14 66 14 80 0c62 10 102 44 104 122Z', { fill: clothes });
  if (collar === 'round') return body + path('M160 278c12 26 68 26 80 0c-10 6-70 6-80 0Z', { fill: skin });
  if (collar === 'shirt') {
    return (
      body +
      path('M164 274l36 50l-30 14l-26-50Z', { fill: '#ffffff', opacity: 0.9 }) +
      path('M236 274l-36 50l30 14l26-50Z', { fill: '#ffffff', opacity: 0.9 })
    );
  }
  return (
    path('M56 400c2-78 42-112 102-122l42 122Z', { fill: clothes }) +
    path('M344 400c-2-78-42-112-102-122l-42 122Z', { fill: clothes }) +
    path('M158 278l42 122l-24 0l-44-92Z', { fill: '#000000', opacity: 0.18 }) +
    path('M242 278l-42 122l24 0l44-92Z', { fill: '#000000', opacity: 0.18 })
  );
};

/** A square portrait of 400 by 400. */
export const portrait = (likeness: Likeness): string => {
  const [from = '#334155', to = '#0f172a'] = likeness.colors;
  const id = likeness.initials.toLowerCase();
  const beard = likeness.beard
    ? path('M134 196c2 62 30 84 66 84s64-22 66-84c-10 26-22 34-36 32c-16-8-44-8-60 0c-14 2-26-6-36-32Z', {
        fill: likeness.hair,
        opacity: 0.92,
      })
    : '';
  const glasses = likeness.glasses
    ? el(
        'g',
        { fill: 'none', stroke: '#1f2937', 'stroke-width': 5, opacity: 0.85 },
        rect(144, 172, 46, 32, { rx: 12 }),
        rect(210, 172, 46, 32, { rx: 12 }),
        path('M190 184q10-6 20 0', {}),
      )
    : '';
  return picture(
    400,
    400,
    el(
      'defs',
      {},
      el(
        'linearGradient',
        { id, x1: 0, y1: 0, x2: 1, y2: 1 },
        el('stop', { offset: 0, 'stop-color': from }),
        el('stop', { offset: 1, 'stop-color': to }),
      ),
    ),
    rect(0, 0, 400, 400, { fill: `url(#${id})` }),
    circle(320, 90, 150, { fill: '#ffffff', opacity: 0.06 }),
    circle(60, 330, 120, { fill: '#ffffff', opacity: 0.06 }),
    circle(200, 214, 150, { fill: '#ffffff', opacity: 0.1 }),
    hairBehind(likeness),
    likeness.collar === 'blazer' ? path('M160 284h80v116h-80Z', { fill: '#f8fafc' }) : '',
    path('M170 232h60v44c0 34-60 34-60 0Z', { fill: likeness.skin }),
    path('M170 252c18 20 42 20 60 0v14c-14 18-46 18-60 0Z', { fill: '#000000', opacity: 0.12 }),
    clothing(likeness),
    circle(130, 190, 14, { fill: likeness.skin }),
    circle(270, 190, 14, { fill: likeness.skin }),
    path('M132 176c0-56 30-86 68-86s68 30 68 86c0 60-34 94-68 94s-68-34-68-94Z', { fill: likeness.skin }),
    beard,
    hairBefore(likeness),
    glasses,
    path('M182 236q18 12 36 0', {
      fill: 'none',
      stroke: '#000000',
      'stroke-width': 4,
      'stroke-linecap': 'round',
      opacity: 0.35,
    }),
    rect(300, 336, 76, 40, { fill: '#ffffff', rx: 20, opacity: 0.92 }),
    el(
      'text',
      {
        x: 338,
        y: 363,
        'text-anchor': 'middle',
        'font-family': 'system-ui, sans-serif',
        'font-size': 20,
        'font-weight': 700,
        fill: to,
      },
      likeness.initials,
    ),
  );
};
