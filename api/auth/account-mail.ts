import { asHtml, htmlMail } from '../shared/html-mail.js';

interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** What a person is told of by mail, so that what somebody else did in their name does not stay unseen. */
export const notices = {
  'password set': 'Your password was set.',
  'second factor on': 'A second factor was added: signing in now takes a code from your authenticator app.',
  'second factor off': 'The second factor was removed: your password alone lets you in.',
  'recovery code used': 'One of your recovery codes was used to sign in.',
} as const;
export type Notice = keyof typeof notices;

export const linkText = (name: string, link: string): MailText =>
  mailText('Set your password', [
    `Hello ${name},`,
    'somebody, you we hope, asked for a link to set a new password for Goodstanding. It works once, within a day:',
    link,
    'If it was not you, leave this mail alone: nothing has changed.',
  ]);

/** To somebody new, who has no password to forget. */
export const invitationText = (name: string, addedBy: string, link: string): MailText =>
  mailText('An account for you at Goodstanding', [
    `Hello ${name},`,
    `${addedBy} made an account for you at Goodstanding. Choose your password by this link; it works once, within a day:`,
    link,
    'If you did not expect this, leave this mail alone: without a password nobody signs in.',
  ]);

export const noticeText = (name: string, notice: Notice, origin: string, instant: Date): MailText =>
  mailText('Your sign-in to Goodstanding changed', [
    `Hello ${name},`,
    `${notices[notice]} This was done from ${origin} at ${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    'If it was not you, tell whoever runs Goodstanding at once, and have a new link sent from the sign-in page.',
  ]);

function mailText(subject: string, paragraphs: string[]): MailText {
  const shown = paragraphs.map((text) => {
    const html = asHtml(text);
    return /^https?:\S+$/.test(text) ? `<p><a href="${html}">${html}</a></p>` : `<p>${html}</p>`;
  });
  return { subject, text: `${paragraphs.join('\n\n')}\n`, html: htmlMail(shown.join('')) };
}
