import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const pine: MantineColorsTuple = [
  '#e3f1ee',
  '#c6e3dd',
  '#9fd3ca',
  '#7bc9bc',
  '#58c4b4',
  '#2f9a8c',
  '#17807a',
  '#0c6660',
  '#09534e',
  '#063f3b',
];

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, monospace',
  colors: { pine },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  // Mantine picks the ink for the light look only; ours is white there and dark on the light green of the dark look.
  variantColorResolver: (asked) => {
    const colors = defaultVariantColorsResolver(asked);
    const isOurs = asked.variant === 'filled' && (asked.color === undefined || asked.color === 'pine');
    return isOurs ? { ...colors, color: 'var(--on-accent)' } : colors;
  },
  defaultRadius: 6,
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '14px', md: '15px' },
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
  },
});

/** Mantine's own parts take the colours of theme.css. */
export const themeVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--page)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-default': 'var(--raised)',
    '--mantine-color-default-hover': 'var(--tint)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-error': 'var(--overdue)',
  };
  return { variables: {}, light: shared, dark: shared };
};
