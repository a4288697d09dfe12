using System.Text;

namespace WmoPlatform.Telemetrie.Tests;

/// <summary>
/// A protobuf message as a list of fields, to read OTLP by field number without generated code. The field numbers come from the
/// OpenTelemetry protocol (opentelemetry/proto).
/// </summary>
internal readonly struct Protobuf(ReadOnlyMemory<byte> bytes)
{
    public string Tekst => Encoding.UTF8.GetString(bytes.Span);

    public string Hex => Convert.ToHexStringLower(bytes.Span);

    /// <summary>The messages, texts or byte strings under this number.</summary>
    public IEnumerable<Protobuf> this[int nummer] => Velden().Where(v => v.Nummer == nummer).Select(v => v.Inhoud);

    /// <summary>The first one under this number, or an empty one.</summary>
    public Protobuf Een(int nummer) => this[nummer].FirstOrDefault();

    public ulong Getal(int nummer) => Velden().FirstOrDefault(v => v.Nummer == nummer).Getal;

    private List<(int Nummer, ulong Getal, Protobuf Inhoud)> Velden()
    {
        var velden = new List<(int, ulong, Protobuf)>();
        for (var plek = 0; plek < bytes.Length;)
        {
            var kop = Varint(ref plek);
            var nummer = (int)(kop >> 3);
            switch (kop & 7)
            {
                case 0:
                    velden.Add((nummer, Varint(ref plek), default));
                    break;
                case 1:
                    velden.Add((nummer, BitConverter.ToUInt64(bytes.Span[plek..]), default));
                    plek += 8;
                    break;
                case 5:
                    plek += 4;
                    break;
                case 2:
                    var lengte = (int)Varint(ref plek);
                    velden.Add((nummer, 0, new(bytes.Slice(plek, lengte))));
                    plek += lengte;
                    break;
                default:
                    throw new InvalidDataException($"Onbekend soort veld {kop & 7}.");
            }
        }
        return velden;
    }

    private ulong Varint(ref int plek)
    {
        ulong getal = 0;
        for (var schuif = 0; ; schuif += 7)
        {
            var b = bytes.Span[plek++];
            getal |= (ulong)(b & 0x7F) << schuif;
            if (b < 0x80) return getal;
        }
    }
}
