import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { main } from './main.js';
import { capturedIo } from './testing/captured-io.js';

async function outcome(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const io = capturedIo('.');
  const status = await main(argv, io);
  return { status, out: io.out(), err: io.err() };
}

describe('the separable command', () => {
  it('shows its commands', async () => {
    const { status, out, err } = await outcome('--help');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "separable: inspect, run and check convolutional networks

      Usage: separable COMMAND [options]

      Commands:
        inspect      what a model holds and what it costs
        run          run a model on files
        backends     list the backends and whether they are there
        convert      write a model in another form
        bisect       name the first node at which two backends part
        conformance  check that a backend computes what graphs say
        print        the graph as text, one node a line

      Options:
        -h, --help  show this help; after a command, its help
        --version   show the version

      Examples:
        separable inspect model.onnx
        separable run model.onnx --input x=photo.jpg --backend js --output out
        separable backends
        separable convert model.onnx model.safetensors --optimize --verify
        separable bisect model.onnx --a js --b ort:webgpu --shape x=1,3,224,224
        separable conformance --backend js
        separable print model.onnx

      Exit status:
        0  everything was done
        1  the work failed
        2  the command line is wrong
        3  a model or an input cannot be read, or an output cannot be written
        4  the backend is not there, or an op is not supported
      "
    `);
  });

  it.each(['inspect', 'run', 'conformance', 'print'])(
    'shows the help of %s with an example and the statuses',
    async (name) => {
      const { status, out, err } = await outcome(name, '--help');
      expect([status, err]).toEqual([0, '']);
      expect(await outcome(name, '-h')).toEqual({ status, out, err });
      expect(out).toContain(`Usage: separable ${name}`);
      expect(out).toMatch(/Examples:\n {2}# .+\n {2}separable /);
      expect(out).toContain('  4  ');
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    },
  );

  it('shows the help of inspect', async () => {
    expect((await outcome('inspect', '--help')).out).toMatchInlineSnapshot(`
      "separable inspect: what a model holds and what it costs

      Usage: separable inspect MODEL [options]

      MODEL is an .onnx file, the model.json of a TensorFlow.js model, a .safetensors file that
      saveGraph wrote, or a folder with model.json or of saveGraphFolder (graph.json and
      weights.safetensors). External data of an .onnx file and the shards of a model.json are read
      from the folder of the file and nowhere else.

      Shows inputs, outputs, ops, and for each layer its output, parameters, multiply-accumulates
      (MACs) and the bytes of activations it reads and writes; the totals; and the peak: the most
      bytes of activations that are alive at once. For separable, depthwise and grouped
      convolutions it shows what the dense convolution they replace would cost. For a separable one
      with N output channels and a k×k kernel the ratio is 1/N + 1/k².

      Options:
        --shape INPUT=DIMS …  the shape of an input, such as x=1,3,224,224
        --size SYMBOL=N …     the size of a symbol in the shapes, such as batch=1
        --raw                 look at the graph as imported, before any pass
        --json                print JSON
        --verbose             show the stack of an error (also with DEBUG set)
        -h, --help            show this help

      Examples:
        # layers, with symbols where sizes are open
        separable inspect model.onnx
        # MACs and memory at one size
        separable inspect model.onnx --shape x=1,3,224,224
        # the same for a script
        separable inspect model.onnx --size batch=8 --json

      Exit status:
        0  everything was done
        1  the work failed
        2  the command line is wrong
        3  a model or an input cannot be read, or an output cannot be written
        4  the backend is not there, or an op is not supported
      "
    `);
  });

  it('says its version', async () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    ) as { version: string };
    expect(await outcome('--version')).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });

  it('refuses what it does not know with status 2', async () => {
    const [nothing, command, option] = [
      await outcome(),
      await outcome('inspct', 'x'),
      await outcome('--loud'),
    ];
    expect([nothing.status, command.status, option.status]).toEqual([2, 2, 2]);
    expect(nothing.out + command.out + option.out).toBe('');
    expect(nothing.err + command.err + option.err).toMatchInlineSnapshot(`
      "separable: a command is needed
        hint: separable --help lists them
      separable: unknown command 'inspct'
        hint: commands: inspect, run, backends, convert, bisect, conformance, print; separable --help says more
      separable: unknown option '--loud'
        hint: commands: inspect, run, backends, convert, bisect, conformance, print; separable --help says more
      "
    `);
  });

  it('shows no stack unless asked', async () => {
    const missing = ['print', '/nowhere/model.onnx'];
    expect(await outcome(...missing)).toEqual({
      status: 3,
      out: '',
      err: 'separable: there is no file /nowhere/model.onnx\n',
    });
    const { err } = await outcome(...missing, '--verbose');
    expect(err).toContain('FileError: there is no file /nowhere/model.onnx\n    at ');
    expect(err).toContain('caused by: Error: ENOENT');
    const io = { ...capturedIo('.'), env: { DEBUG: '1' } };
    await main(missing, io);
    expect(io.err()).toContain('\n    at ');
  });
});
