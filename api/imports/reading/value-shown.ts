/** How much of a cell a report repeats. */
export const VALUE_SHOWN = 200;

/** What is left when a letter of two UTF-16 units is cut in the middle. */
const halfLetter = /[\ud800-\udbff]$/;

export const cut = (text: string, length: number): string => text.slice(0, length).replace(halfLetter, '');
