/** Text as HTML shows it, whatever signs it holds. */
export const asHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A whole mail around what it says, in a form that every mail program shows. */
export const htmlMail = (body: string): string =>
  `<!doctype html><html lang="en"><body style="font-family:sans-serif;line-height:1.5;max-width:36em">${body}</body></html>`;
