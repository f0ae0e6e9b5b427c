/** All currencies there are, those of the book first: "EUR, euro". */
export function currencyChoices(ofTheBook: readonly string[]) {
  const names = new Intl.DisplayNames(undefined, { type: 'currency' });
  const choice = (code: string) => ({ value: code, label: `${code}, ${names.of(code)}` });
  const others = Intl.supportedValuesOf('currency').filter((code) => !ofTheBook.includes(code));
  return [
    { group: 'In the book', items: ofTheBook.map(choice) },
    { group: 'All others', items: others.map(choice) },
  ];
}
