/** Plots as SVG: readable on light and on dark pages, and by whoever cannot see colours. */
const width = 760;
const ink = '#57606a';
const colours = ['#0969da', '#bf3989', '#1a7f37', '#9a6700'];
const escaped = (text) => `${text}`.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const text = (x, y, content, anchor = 'start', fill = ink) =>
  `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${fill}">${escaped(content)}</text>`;
const figure = (value) => value.toLocaleString('en', { maximumSignificantDigits: 3 });

/** The plot of a table, or nothing where there is nothing to compare. */
export function plotOf(title, rows, plot) {
  return plot.kind === 'bars' ? bars(title, rows, plot) : lines(title, rows, plot);
}

const svg = (title, height, parts) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" font-family="sans-serif" font-size="13" role="img">
<title>${escaped(title)}</title>
${parts.join('\n')}
</svg>
`;

/** One bar a case. Where the longest is more than fifty times the shortest the scale is logarithmic, and says so. */
function bars(title, rows, { figure: name }) {
  const cases = rows.filter((row) => row[name] > 0);
  if (cases.length < 2) return undefined;
  const [left, right, step, top] = [220, 90, 26, 34];
  const values = cases.map((row) => row[name]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isWide = most / least > 50;
  const floor = 10 ** Math.floor(Math.log10(least));
  const part = (value) => (isWide ? Math.log(value / floor) / Math.log(most / floor) : value / most);
  const drawn = cases.flatMap((row, i) => {
    const y = top + i * step;
    const length = Math.max(2, Math.round(part(row[name]) * (width - left - right)));
    return [
      text(left - 8, y + 14, row.case, 'end'),
      `<rect x="${left}" y="${y}" width="${length}" height="${step - 8}" fill="${i === 0 ? colours[0] : '#8c959f'}"/>`,
      text(left + length + 6, y + 14, figure(row[name])),
    ];
  });
  return svg(title, top + cases.length * step + 8, [
    text(left, 20, `${name}${isWide ? ' (logarithmic)' : ''}`),
    ...drawn,
  ]);
}

/** Figures over a number of each row. */
function lines(title, rows, { x, figures, y: unit }) {
  if (rows.length < 2) return undefined;
  const [left, right, top, bottom, height] = [60, 20, 40, 40, 300];
  const xs = rows.map((row) => row[x]);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const most = Math.max(...rows.flatMap((row) => figures.map((name) => row[name] ?? 0))) * 1.1 || 1;
  const atX = (value) => Math.round(left + ((value - first) / (last - first || 1)) * (width - left - right));
  const atY = (value) => Math.round(height - bottom - (value / most) * (height - top - bottom));
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((part) => [
    `<line x1="${left}" x2="${width - right}" y1="${atY(part * most)}" y2="${atY(part * most)}" stroke="#d0d7de"/>`,
    text(left - 8, atY(part * most) + 4, figure(part * most), 'end'),
  ]);
  const drawn = figures.flatMap((name, i) => {
    const points = rows.filter((row) => row[name] !== undefined).map((row) => `${atX(row[x])},${atY(row[name])}`);
    const dashes = i === 0 ? '' : ` stroke-dasharray="${4 * i} 3"`;
    return [
      `<polyline points="${points.join(' ')}" fill="none" stroke="${colours[i % colours.length]}" stroke-width="2"${dashes}/>`,
      text(left + 160 * i, 18, name, 'start', colours[i % colours.length]),
    ];
  });
  return svg(title, height, [
    ...grid,
    ...drawn,
    text(left - 8, 34, unit, 'end'),
    text(left, height - 14, figure(first)),
    text(width - right, height - 14, `${figure(last)} ${x}`, 'end'),
  ]);
}
