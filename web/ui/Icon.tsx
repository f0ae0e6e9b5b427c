/** Strokes on a 16-unit grid; decoration only, the word always stands beside it. */
const paths = {
  portfolio: 'M2.5 13.5v-5M6.2 13.5v-8M9.9 13.5V9M13.5 13.5V3',
  work: 'M2.5 4l1.2 1.2L6 3M8.5 4.2h5M2.5 8.6l1.2 1.2L6 7.6M8.5 8.8h5M2.5 13.2l1.2 1.2L6 12.2M8.5 13.4h5',
  customers:
    'M6 8a2.6 2.6 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200M1.500 13.500c.4-2.400 2.200-3.700 4.500-3.700s4.100 1.300 4.500 3.700M10.600 3.200a2.400 2.400 0 0 1 0 4.500M12.200 10.200c1.300.5 2.100 1.600 2.300 3.300',
  vet: 'M8 1.800l5 1.900v4c0 3.200-2.100 5.400-5 6.500-2.900-1.100-5-3.300-5-6.500v-4zM5.600 8l1.700 1.700 3.200-3.400',
  reminders: 'M2 3.500h12v9H2zM2.300 4l5.700 4.600L13.700 4',
  stop: 'M5.200 1.800h5.600l3.400 3.400v5.600l-3.400 3.400H5.200l-3.400-3.400V5.200zM5.500 8h5',
  approvals: 'M2 8.500l2.800 2.800L10 5.800M8.300 10.800l.5.500L14 5.800',
  model: 'M2.500 13.500v-11M2.500 13.500h11M4.500 11.500c1.500-6 4-7.500 8.500-8',
  import: 'M8 2v7.500M4.800 6.500L8 9.700l3.200-3.200M2.500 11v2.500h11V11',
  audit: 'M3.500 1.800h6l3 3v9.400h-9zM9.500 1.800v3h3M5.700 8h4.600M5.700 10.800h4.600',
  settings: 'M2 4.500h6M11.500 4.500H14M9.700 2.700v3.600M2 11.500h2.500M8 11.500h6M6.200 9.700v3.600',
  people:
    'M5.500 7.500a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600M1.800 13c.3-2.200 1.700-3.500 3.700-3.500s3.400 1.300 3.700 3.500M11.300 3.800v4.400M9.100 6h4.400',
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10M10.700 10.700L14 14',
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
  up: 'M8 12.500v-9M4.500 7L8 3.500 11.500 7',
  down: 'M8 3.500v9M4.500 9L8 12.500 11.500 9',
  left: 'M9.500 4L5.500 8l4 4',
  right: 'M6.500 4l4 4-4 4',
  check: 'M3 8.500l3.200 3.200L13 4.800',
  columns: 'M2.500 3h11v10h-11zM6.200 3v10M9.800 3v10',
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
