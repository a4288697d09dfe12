using WmoPlatform.IStandaarden;
using WmoPlatform.IStandaarden.Controle;
using WmoPlatform.IStandaarden.Stuf;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults.Aanmelding;

namespace WmoPlatform.Ketenverkeer;

/// <summary>The message that is being received, until its effect, its answer and its place in the register are stored together.</summary>
public sealed class Binnenkomst(Vault kluis)
{
    private readonly Fingerprints _kenmerken = kluis.Fingerprints(Poststuk.Kenmerk);

    /// <summary>The message. Null when none is being received, or when it cannot be read.</summary>
    public Ketenbericht? Bericht { get; private set; }

    /// <summary>Its number in the register.</summary>
    public Guid Id { get; private set; }

    internal Berichtsoort Soort { get; private set; } = Berichtsoort.Wmo301;
    internal string? Identificatie => Bericht?.Identificatie;
    internal string Tegenpartij { get; private set; } = "";
    internal ReadOnlyMemory<byte> Xml { get; private set; }

    /// <summary>Each that may be kept of its bytes and of its content, the one that is kept now first.</summary>
    internal byte[][] Vingerafdruk { get; private set; } = [];

    /// <inheritdoc cref="Vingerafdruk"/>
    internal byte[][] Betekenis { get; private set; } = [];

    internal string AangeleverdDoor { get; private set; } = "";
    internal string? Referentie { get; private set; }
    internal IReadOnlyList<Bevinding> Bevindingen { get; private set; } = [];
    internal Poststuk? Antwoord { get; private set; }

    internal void Begin(
        Zending zending, Berichtsoort soort, Ketenbericht? bericht, string tegenpartij, IReadOnlyList<Bevinding> bevindingen)
    {
        (Id, Soort, Bericht, Tegenpartij, Bevindingen, Antwoord) = (Guid.NewGuid(), soort, bericht, tegenpartij, bevindingen, null);
        (Xml, AangeleverdDoor, Referentie) = (zending.Xml, zending.Door.Naam, zending.Envelop?.Referentienummer.ToString());
        Vingerafdruk = _kenmerken.All(zending.Xml.Span);
        Betekenis = bericht is null ? [] : _kenmerken.All(bericht.ToBytes());
    }

    internal bool IsVraagVan(Retourbericht retour) =>
        Bericht is Heenbericht heen && retour.Soort.BijBericht == heen.Soort
            && retour.Header.BerichtIdentificatie == heen.Header.BerichtIdentificatie;

    internal void Beantwoord(Poststuk antwoord, Retourbericht retour)
    {
        antwoord.Hoort(Id, Referentie);
        Antwoord = antwoord;
        // The findings of our own checks say more than the one code in the answer.
        if (Bevindingen.Count == 0) Bevindingen = retour.Bevindingen;
    }

    internal void Vond(IReadOnlyList<Bevinding> bevindingen) => Bevindingen = bevindingen;
}

/// <summary>XML as it was delivered.</summary>
/// <param name="Xml">The exact bytes.</param>
/// <param name="Door">Who delivered it.</param>
/// <param name="Envelop">The envelope around it; null without one.</param>
internal sealed record Zending(ReadOnlyMemory<byte> Xml, Afleveraar Door, GgkStuurgegevens? Envelop = null);

/// <summary>Who delivers a message.</summary>
/// <param name="Naam">The token's <c>sub</c>, or the folder.</param>
/// <param name="Client">The token's client; null for the folder, which only the municipality itself can fill.</param>
internal sealed record Afleveraar(string Naam, string? Client)
{
    public static readonly Afleveraar Map = new("map", null);

    public static Afleveraar Van(Gebruiker gebruiker) => new(gebruiker.Id, gebruiker.Client ?? "");
}
