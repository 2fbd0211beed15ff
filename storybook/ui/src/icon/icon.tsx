import { adopt } from '../styles/adopt.ts'
import sheet from './icon.css'

adopt(sheet)

/** Drawn on a grid of 16 with a line of 1.5, so that they sit well beside 13 px text. */
const strokes = {
  alert: 'M8 2.2 14.4 13.4H1.6zM8 6.4v3.2M8 11.6v.1',
  block: 'M8 1.9a6.1 6.1 0 1 0 0 12.2A6.1 6.1 0 0 0 8 1.9M3.8 3.8l8.4 8.4',
  box: 'M8 1.8 13.6 4.9v6.2L8 14.2l-5.6-3.1V4.9zM2.6 5 8 8l5.4-3M8 8v6',
  chart: 'M2.4 2.4v11.2h11.2M5.6 10.8V8M8.8 10.8V4.8M12 10.8V6.6',
  check: 'm3 8.6 3.2 3.2L13 4.8',
  clock: 'M8 1.9a6.1 6.1 0 1 0 0 12.2A6.1 6.1 0 0 0 8 1.9M8 4.6V8l2.3 1.6',
  close: 'm4 4 8 8M12 4l-8 8',
  columns: 'M2.4 3.2h11.2v9.6H2.4zM6.2 3.2v9.6M9.8 3.2v9.6',
  contrast: 'M8 1.9a6.1 6.1 0 1 0 0 12.2A6.1 6.1 0 0 0 8 1.9zv12.2M10.6 2.5v11M13.1 4.7v6.6',
  copy: 'M5.8 5.8h7.4v7.4H5.8zM10.2 5.8V2.8H2.8v7.4h3',
  dot: 'M8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6',
  down: 'm3.5 6 4.5 4.5L12.5 6',
  download: 'M8 2.4v7.8M4.6 7 8 10.4 11.4 7M2.8 13.4h10.4',
  edit: 'M10.8 2.8 13.2 5.2 5.6 12.8l-3 .6.6-3zM9.2 4.4l2.4 2.4',
  external: 'M6.6 3.2H3.2v9.6h9.6V9.4M9.2 2.8h4v4M13 3 7.6 8.4',
  fall: 'M3.4 4.2 12 11.8M12 6.4v5.4H6.6',
  filter: 'M2.4 3.8h11.2M4.6 8h6.8M6.8 12.2h2.4',
  flask: 'M6.2 2v4.2L2.6 12.4A1 1 0 0 0 3.5 14h9a1 1 0 0 0 .9-1.6L9.8 6.2V2M5.2 2h5.6M4.6 10h6.8',
  folder: 'M1.9 3.4h4.3l1.4 1.9h6.5v7.5H1.9z',
  globe:
    'M8 1.9a6.1 6.1 0 1 0 0 12.2A6.1 6.1 0 0 0 8 1.9M2 8h12M8 1.9c1.9 1.8 2.7 3.8 2.7 6.1S9.9 12.3 8 14.1C6.1 12.3 5.3 10.3 5.3 8S6.1 3.7 8 1.9',
  grid: 'M2.4 2.4h4.4v4.4H2.4zM9.2 2.4h4.4v4.4H9.2zM2.4 9.2h4.4v4.4H2.4zM9.2 9.2h4.4v4.4H9.2z',
  info: 'M8 1.9a6.1 6.1 0 1 0 0 12.2A6.1 6.1 0 0 0 8 1.9M8 7.4v3.8M8 4.9V5',
  key: 'M5.2 7.9a2.9 2.9 0 1 0 0 5.8 2.9 2.9 0 0 0 0-5.8M7.3 8.7l6.3-6.3M10.4 5.6l2.2 2.2',
  leave: 'M9.4 5V2.6H2.6v10.8h6.8V11M6.4 8h7.4M11.2 5.4 13.8 8l-2.6 2.6',
  level: 'M2.8 8h10.4',
  list: 'M2.4 4h.8M2.4 8h.8M2.4 12h.8M6 4h7.6M6 8h7.6M6 12h7.6',
  live: 'M8 6.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8M4.6 4.6a4.8 4.8 0 0 0 0 6.8M11.4 4.6a4.8 4.8 0 0 1 0 6.8',
  lock: 'M3.6 7.2h8.8v6.4H3.6zM5.4 7.2V5a2.6 2.6 0 0 1 5.2 0v2.2',
  more: 'M2.8 8a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M7.4 8a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0M12 8a.6.6 0 1 0 1.2 0 .6.6 0 1 0-1.2 0',
  pause: 'M5.4 3.4v9.2M10.6 3.4v9.2',
  people:
    'M5.8 2.8a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6M1.6 13.2a4.2 4.2 0 0 1 8.4 0M10.6 3a2.3 2.3 0 0 1 0 4.2M11.8 9.4a4.2 4.2 0 0 1 2.6 3.8',
  person: 'M8 2.4a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4M2.8 13.6a5.2 5.2 0 0 1 10.4 0',
  play: 'M5 3.2v9.6L12.6 8z',
  plus: 'M8 3v10M3 8h10',
  redirect: 'M2.6 8h9.8M8.8 4.2 12.6 8l-3.8 3.8',
  rise: 'M3.4 11.8 12 4.2M6.6 4.2H12v5.4',
  search: 'M7 2.6a4.4 4.4 0 1 0 0 8.8 4.4 4.4 0 0 0 0-8.8M10.2 10.2l3.4 3.4',
  undo: 'M5.6 2.8 2.6 5.8l3 3M2.8 5.8h6.6a3.8 3.8 0 0 1 0 7.6H6',
  up: 'M8 13V3.4M4.2 7.2 8 3.4l3.8 3.8',
} as const

export type IconName = keyof typeof strokes

/** All of them, by the alphabet. */
export const iconNames = Object.keys(strokes) as readonly IconName[]

/** What points along the line of words points the other way where these run from right to left. */
const turning: ReadonlySet<IconName> = new Set(['external', 'leave', 'list', 'redirect', 'undo'])

/** Always decorative: the word beside it carries the meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="sq-icon"
      data-turns={turning.has(name) || undefined}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={strokes[name]} />
    </svg>
  )
}
