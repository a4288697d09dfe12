using System.Text.Json.Serialization;
using WmoPlatform.Contracts;
using WmoPlatform.Messaging;
using WmoPlatform.ServiceDefaults;

namespace WmoPlatform.Correspondentie.Brieven;

/// <summary>
/// One kind of letter or e-mail, with the data that its text needs. The data rest sealed with the <see cref="Verzending"/>, and become text
/// when it goes. Another kind is a record beside this file, its name here and in <see cref="Verzendsoort"/>, and the reaction that starts
/// it.
/// </summary>
[JsonDerivedType(typeof(Ontvangstbevestiging), nameof(Verzendsoort.Ontvangstbevestiging))]
public interface IBrief
{
    Verzendsoort Soort { get; }

    /// <summary>The article that asks for it, for the refusal of a day that cannot be.</summary>
    string? Grondslag { get; }

    /// <summary>The first day on which somebody can have received it.</summary>
    DateOnly Vanaf { get; }

    Brief Schrijf(string dossiernummer, Gemeente gemeente);

    /// <summary>What counts once it has really been sent or handed over; null when nothing does.</summary>
    Gebeurtenis? Verzonden(Verzendwijze wijze, DateOnly dag);

    /// <summary>What is announced when there is no address to send it to; null when nobody has to act.</summary>
    Gebeurtenis? ZonderAdres();

    string Seal(Vault kluis) => kluis.SealJson(this);

    static IBrief Unseal(string verzegeld, Vault kluis) => kluis.UnsealJson<IBrief>(verzegeld);
}

/// <summary>Which letter or e-mail. With the dossier it is the natural key of a verzending.</summary>
public enum Verzendsoort
{
    Ontvangstbevestiging,
}
