using System.Xml;

namespace WmoPlatform.IStandaarden.Stuf;

/// <summary>Base64 as XML Schema defines it: white space may stand anywhere, and padding fills the last group.</summary>
/// <param name="hoogstens">In bytes.</param>
internal sealed class Base64Inhoud(long hoogstens) : IDisposable
{
    private readonly MemoryStream inhoud = new();
    private readonly char[] tekens = new char[64 * 1024];
    private int over;
    private bool opgevuld;

    /// <summary>Whether there are more bytes than there may be.</summary>
    public bool TeGroot { get; private set; }

    /// <summary>Takes the text on which the reader stands.</summary>
    /// <returns>False when it is not base64, or too much.</returns>
    public bool Neem(XmlReader lezer)
    {
        while (lezer.ReadValueChunk(tekens, over, tekens.Length - over) is > 0 and var aantal)
            if (!Verwerk(aantal)) return false;
        return true;
    }

    /// <summary>Gives everything; null when the last group is not complete.</summary>
    public byte[]? Bytes() => over == 0 ? inhoud.ToArray() : null;

    public void Dispose() => inhoud.Dispose();

    private bool Verwerk(int aantal)
    {
        var einde = over;
        foreach (var teken in tekens.AsSpan(over, aantal))
            if (!XmlConvert.IsWhitespaceChar(teken)) tekens[einde++] = teken;
        var groepen = tekens.AsSpan(0, einde & ~3);
        if (einde > 0 && opgevuld) return false;
        Span<byte> bytes = new byte[groepen.Length / 4 * 3];
        if (!Convert.TryFromBase64Chars(groepen, bytes, out var geschreven)) return false;
        if (TeGroot = inhoud.Length + geschreven > hoogstens) return false;
        inhoud.Write(bytes[..geschreven]);
        opgevuld = groepen is [.., '='];
        over = einde - groepen.Length;
        tekens.AsSpan(groepen.Length, over).CopyTo(tekens);
        return true;
    }
}
