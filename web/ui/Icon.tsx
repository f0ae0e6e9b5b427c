/** Strokes on a 16-unit grid; decoration only, the word always stands beside it. */
const paths = {
  portfolio: 'M2.5 13.5v-5M6.2 13.5v-8M9.9 13.5V9M13.5 13.5V3',
  work: 'M2.5 4l1.2 1.2L6 3M8.5 4.2h5M2.5 8.6l1.2 1.2L6 7.6M8.5 8.8h5M2.5 13.2l1.2 1.2L6 12.2M8.5 13.4h5',
  customers:
    'M6 8a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2M1.5 13.5c.4-2.4 2.2-3.7 4.5-3.7s4.1 1.3 4.5 3.7M10.6 3.2a2.4 2.4 0 0 1 0 4.5M12.2 10.2c1.3.5 2.1 1.6 2.3 3.3',
  vet: 'M8 1.8l5 1.9v4c0 3.2-2.1 5.4-5 6.5-2.9-1.1-5-3.3-5-6.5v-4zM5.6 8l1.7 1.7 3.2-3.4',
  reminders: 'M2 3.5h12v9H2zM2.3 4l5.7 4.6L13.7 4',
  stop: 'M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2zM5.5 8h5',
  approvals: 'M2 8.5l2.8 2.8L10 5.8M8.3 10.8l.5.5L14 5.8',
  model: 'M2.5 13.5v-11M2.5 13.5h11M4.5 11.5c1.5-6 4-7.5 8.5-8',
  import: 'M8 2v7.5M4.8 6.5L8 9.7l3.2-3.2M2.5 11v2.5h11V11',
  audit: 'M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3M5.7 8h4.6M5.7 10.8h4.6',
  settings: 'M2 4.5h6M11.5 4.5H14M9.7 2.7v3.6M2 11.5h2.5M8 11.5h6M6.2 9.7v3.6',
  people:
    'M5.5 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6M1.8 13c.3-2.2 1.7-3.5 3.7-3.5s3.4 1.3 3.7 3.5M11.3 3.8v4.4M9.1 6h4.4',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10M10.7 10.7L14 14',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M8 12.5v-9M4.5 7L8 3.5 11.5 7',
  down: 'M8 3.5v9M4.5 9L8 12.5 11.5 9',
  left: 'M9.5 4L5.5 8l4 4',
  right: 'M6.5 4l4 4-4 4',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.2 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
