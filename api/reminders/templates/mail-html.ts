import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Hr } from '@react-email/hr';
import { Html } from '@react-email/html';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

export interface MailContent {
  language: string;
  /** What a mail program shows beside the subject. */
  preview: string;
  before: readonly string[];
  /** `whose`: the company of a group, where the mail speaks of several. */
  rows: readonly { number: string; whose?: string | null; amount: string; due: string | null; link: string | null }[];
  after: readonly string[];
  small: string;
  button: { text: string; link: string } | null;
}

const text = { fontSize: 16, lineHeight: '24px', margin: '0 0 16px' };
const cell = { padding: '8px 0', borderBottom: '1px solid #d9dde3', fontSize: 16, lineHeight: '24px' };
// Read on a phone as on a desk, by day and by night: the mail program’s own colours where it has some.
const style = `:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) { .page, .sheet { background: #16191d !important; color: #e8eaed !important } }
@media (max-width: 480px) { .sheet { padding: 16px !important } .due { display: block !important } }`;

const lines = (paragraph: string): ReactNode[] =>
  paragraph.split('\n').flatMap((line, i) => (i === 0 ? [line] : [h('br', { key: i }), line]));
const paragraphs = (of: readonly string[], prefix: string) =>
  of.map((paragraph, i) => h(Text, { key: `${prefix}${i}`, style: text }, ...lines(paragraph)));

/** A whole mail in a form that every mail program shows; React makes text of whatever a name or number holds. */
export function mailHtml({ language, preview, before, rows, after, small, button }: MailContent): string {
  const list = h(
    'table',
    { width: '100%', cellPadding: 0, cellSpacing: 0, style: { margin: '0 0 16px', borderCollapse: 'collapse' } },
    h(
      'tbody',
      null,
      rows.map(({ number, whose, amount, due, link }) =>
        h(
          'tr',
          { key: `${number} ${whose}` },
          h(
            'td',
            { style: cell },
            link ? h('a', { href: link, style: { color: '#2457c5' } }, number) : number,
            whose && h('div', { style: { fontSize: 14, lineHeight: '20px' } }, whose),
          ),
          h(
            'td',
            { align: 'right', style: { ...cell, textAlign: 'right', fontVariantNumeric: 'tabular-nums' } },
            amount,
            due && h('span', { className: 'due', style: { paddingLeft: 12 } }, ` ${due}`),
          ),
        ),
      ),
    ),
  );
  const page = h(
    Html,
    { lang: language },
    h(Head, null, h('style', null, style)),
    h(Preview, null, preview),
    h(
      Body,
      {
        className: 'page',
        style: { margin: 0, background: '#f3f4f6', color: '#16191d', fontFamily: 'Arial, Helvetica, sans-serif' },
      },
      h(
        Container,
        { className: 'sheet', style: { maxWidth: 560, padding: 24, background: '#ffffff' } },
        h(
          Section,
          null,
          ...paragraphs(before, 'b'),
          list,
          button &&
            h(
              Button,
              {
                href: button.link,
                style: {
                  background: '#2457c5',
                  color: '#ffffff',
                  padding: '12px 20px',
                  borderRadius: 6,
                  fontSize: 16,
                  marginBottom: 16,
                },
              },
              button.text,
            ),
          ...paragraphs(after, 'a'),
          h(Hr, { style: { borderColor: '#d9dde3' } }),
          h(Text, { style: { ...text, fontSize: 14, lineHeight: '20px' } }, small),
        ),
      ),
    ),
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
