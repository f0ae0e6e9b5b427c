// A colleague is writing this page right now (04:43): leave this folder to them.
export default function P() {
  return <h1>soon</h1>;
}
